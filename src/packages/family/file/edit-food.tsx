import type { Diet } from '#types/people/elders'
import { Checks } from '@/components/checks'
import { Field } from '@/components/field'
import { Soft } from '@/components/text'
import { useDraft } from '@/services/draft'
import { callWord, dietWord } from '@/services/words'
import { draftHours, Edit, type EditProps, useCorrect } from './edit'

const diets: readonly Diet[] = ['soft', 'lowSalt', 'lowSugar', 'lowFat', 'vegetarian', 'halal', 'noSpice']
const options = diets.map((value) => ({ value, word: dietWord[value] }))
const commonAllergies = ['鸡蛋', '牛奶', '花生', '鱼', '虾和蟹', '大豆']

/** As the contract takes them. */
const most = 10
const longest = 20

export function EditFood(props: EditProps) {
  const { elder, file, onBack } = props
  const blank = { diet: file.health?.diet ?? [], allergies: (file.health?.allergies ?? []).join('，') }
  const draft = useDraft(`file ${elder.id} food`, blank, draftHours)
  const { diet, allergies } = draft.value
  const { act, save } = useCorrect(props, draft.discard)
  const things = thingsIn(allergies)
  return (
    <Edit
      elder={elder}
      title={`${callWord(elder)}吃饭要注意什么`}
      act={act}
      missing={allergyTrouble(things) ? '先把过敏写短些' : null}
      onSave={() => void save({ diet, allergies: things })}
      onBack={() => {
        draft.discard()
        onBack()
      }}
    >
      <Checks
        label="忌口"
        options={options}
        values={diet}
        onChange={(picked) => draft.write({ diet: picked })}
      />
      <Field
        label="对什么过敏"
        value={allergies}
        onChange={(text) => draft.write({ allergies: text })}
        answers={commonAllergies}
        placeholder="没有就空着；几样之间用逗号隔开"
        long
        trouble={allergyTrouble(things)}
      />
      <Soft>厨房照这个备饭，上门的人也会看到。</Soft>
    </Edit>
  )
}

const thingsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[，,、；;\n]+/)
      .map((thing) => thing.trim())
      .filter(Boolean),
  ),
]

function allergyTrouble(things: readonly string[]): string | null {
  if (things.length > most) return `最多写 ${most} 样。请把最要紧的写上。`
  return things.some((thing) => thing.length > longest) ? `一样不超过 ${longest} 个字，请写短些。` : null
}
