import { allergiesIn, allergyTrouble } from '@/components/elder-fields/allergies'
import { type Food, FoodFields } from '@/components/elder-fields/food-fields'
import { Soft } from '@/components/text'
import { useDraft } from '@/services/draft'
import { callWord } from '@/services/words'
import { draftHours, Edit, type EditProps, useCorrect } from './edit'

export function EditFood(props: EditProps) {
  const { elder, file, onBack } = props
  const blank: Food = { diet: file.health?.diet ?? [], allergies: (file.health?.allergies ?? []).join('，') }
  const draft = useDraft<Food>(`file ${elder.id} food`, blank, draftHours)
  const { diet, allergies } = draft.value
  const { act, save } = useCorrect(props, draft.discard)
  return (
    <Edit
      elder={elder}
      title={`${callWord(elder)}吃饭要注意什么？`}
      act={act}
      missing={allergyTrouble(allergies) ? '先把过敏写短些' : null}
      onSave={() => void save({ diet, allergies: allergiesIn(allergies) })}
      onBack={() => {
        draft.discard()
        onBack()
      }}
    >
      <FoodFields value={draft.value} onChange={draft.write} />
      <Soft>厨房备饭的时候看得到。</Soft>
    </Edit>
  )
}
