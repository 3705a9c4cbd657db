import { View } from '@tarojs/components'
import type { ConsentState } from '#types/people/elders'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { Segmented } from '@/components/segmented'
import { Soft, Title } from '@/components/text'
import { answerTo } from './form'
import type { StepProps } from './parts'

interface Props extends StepProps {
  text: ConsentState
}

/** One use of her data: its own text, and its own yes or no. */
export function AgreeStep({ form, write, text }: Props) {
  const { purpose, version } = text
  const said = answerTo(form, text)
  const isNeeded = purpose === 'service'
  return (
    <>
      <Title>{`同意“${text.title}”吗？`}</Title>
      <Card>
        <View>{text.text}</View>
      </Card>
      <Segmented
        label={`同意“${text.title}”吗？`}
        options={[
          { value: 'yes', word: '同意' },
          { value: 'no', word: '不同意' },
        ]}
        value={said ?? ''}
        onPick={(picked) =>
          write({ answers: { ...form.answers, [purpose]: { version, isGiven: picked === 'yes' } } })
        }
      />
      {isNeeded && said === 'no' && (
        <Notice kind="info">不同意这一条，就不能在手机上登记。您可以到驿站，请工作人员给您讲一讲。</Notice>
      )}
      <Soft>
        {isNeeded ? '登记就要用到这一条。以后不想用了，可以注销。' : '不同意也能登记，以后随时能改。'}
      </Soft>
    </>
  )
}
