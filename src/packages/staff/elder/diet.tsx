import { useState } from 'react'
import type { ElderFile } from '#types/people/elders'
import { allergiesIn, allergyTrouble } from '@/components/elder-fields/allergies'
import { type Food, FoodFields } from '@/components/elder-fields/food-fields'
import { Heading } from '@/components/text'
import { type Told, ToldHow } from '@/components/told-how'
import { NoConsent } from './no-consent'
import type { PartProps } from './part'
import { SaveFoot } from './save-foot'
import { Subject } from './subject'
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

function DietForm({ file, health, onFile }: FormProps) {
  const { act, isSaved, send, touch } = useCorrect(onFile)
  const [food, setFood] = useState<Food>({ diet: health.diet, allergies: health.allergies.join('，') })
  const [channel, setChannel] = useState<Told>('counter')

  const { diet, allergies } = food
  const save = () => send({ elderId: file.id, changes: { diet, allergies: allergiesIn(allergies) }, channel })
  return (
    <Subject
      title={title}
      file={file}
      action={
        file.may.correct && (
          <SaveFoot
            act={act}
            isSaved={isSaved}
            missing={allergyTrouble(allergies) ? '先把过敏写短些' : null}
            onTap={() => void save()}
          >
            记好忌口和过敏
          </SaveFoot>
        )
      }
    >
      <Heading>饭菜要注意</Heading>
      <FoodFields
        value={food}
        onChange={(change) => {
          touch()
          setFood({ ...food, ...change })
        }}
      />
      <ToldHow value={channel} onPick={setChannel} />
    </Subject>
  )
}
