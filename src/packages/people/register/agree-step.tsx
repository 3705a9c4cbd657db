import { View } from '@tarojs/components'
import type { ConsentState } from '#types/elders'
import { Card } from '@/components/card'
import { Segmented } from '@/components/segmented'
import { Lead, Soft, Title } from '@/components/text'
import type { StepProps } from './parts'

interface Props extends StepProps {
  consents: readonly ConsentState[]
}

/** Each use of her data with its own text and its own yes or no. */
export function AgreeStep({ form, write, consents }: Props) {
  const answerTo = ({ purpose, version }: ConsentState) => {
    const answer = form.answers[purpose]
    if (answer?.version !== version) return ''
    return answer.isGiven ? 'yes' : 'no'
  }
  return (
    <>
      <Title>请看一看，同意哪几条</Title>
      <Soft>第一条不同意，就登记不了。后面几条不同意也不要紧，以后随时能改。</Soft>
      {consents.map((text) => (
        <Card key={text.purpose}>
          <View className="register-text">
            <Lead>{text.title}</Lead>
            <View>{text.text}</View>
            <Segmented
              label={text.title}
              options={[
                { value: 'yes', word: '同意' },
                { value: 'no', word: '不同意' },
              ]}
              value={answerTo(text)}
              onPick={(said) =>
                write({
                  answers: {
                    ...form.answers,
                    [text.purpose]: { version: text.version, isGiven: said === 'yes' },
                  },
                })
              }
            />
          </View>
        </Card>
      ))}
    </>
  )
}
