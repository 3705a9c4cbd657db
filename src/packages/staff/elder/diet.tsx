import { useState } from 'react'
import type { Diet as DietKind, ElderFile } from '#types/people/elders'
import { Checks } from '@/components/checks'
import { Field } from '@/components/field'
import { Heading } from '@/components/text'
import { optionsOf } from '@/services/options-of'
import { dietWord } from '@/services/words'
import { NoConsent } from './no-consent'
import type { PartProps } from './part'
import { SaveFoot } from './save-foot'
import { Subject } from './subject'
import { type Told, ToldHow } from './told'
import { useCorrect } from './use-change'

const title = '忌口和过敏'

/** What she must not eat, or rather not. */
export function Diet(props: PartProps) {
  const { health } = props.file
  if (!health) return <NoConsent {...props} title={title} what="身体情况" />
  return <DietForm {...props} health={health} />
}

interface FormProps extends PartProps {
  health: NonNullable<ElderFile['health']>
}

const commonAllergies = ['鸡蛋', '花生', '海鲜', '牛奶', '面粉']

function DietForm({ file, health, onFile }: FormProps) {
  const { act, isSaved, send, touch } = useCorrect(onFile)
  const [diet, setDiet] = useState<DietKind[]>(health.diet)
  const [allergies, setAllergies] = useState(health.allergies.join('，'))
  const [channel, setChannel] = useState<Told>('counter')

  const save = () => send({ elderId: file.id, changes: { diet, allergies: listOf(allergies) }, channel })
  return (
    <Subject
      title={title}
      file={file}
      action={
        file.may.correct && (
          <SaveFoot act={act} isSaved={isSaved} onTap={() => void save()}>
            记好忌口和过敏
          </SaveFoot>
        )
      }
    >
      <Heading>饭菜要注意</Heading>
      <Checks
        label="饭菜要注意"
        options={optionsOf(dietWord)}
        values={diet}
        onChange={(values) => {
          touch()
          setDiet(values)
        }}
      />
      <Field
        label="吃了会过敏的（没有就空着）"
        value={allergies}
        onChange={(text) => {
          touch()
          setAllergies(text)
        }}
        answers={commonAllergies}
        placeholder="几样的话，用逗号隔开"
        long
      />
      <ToldHow value={channel} onPick={setChannel} />
    </Subject>
  )
}

/** Whatever people put between two things. */
const listOf = (text: string): string[] =>
  text
    .split(/[，,、；;\n]/)
    .map((one) => one.trim())
    .filter(Boolean)
