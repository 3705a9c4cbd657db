import type { Diet } from '#types/people/diets'
import { dietWord } from '#types/words/people/elders/diets'
import { optionsOf } from '@/services/options-of'
import { Checks } from '../checks'
import { Field } from '../field'
import { allergyTrouble, commonAllergies } from './allergies'

/** What an elder must not eat, or rather not, as it is being written. */
export interface Food {
  diet: Diet[]
  /** In own words (`allergiesIn`). */
  allergies: string
}

interface Props {
  value: Food
  onChange(change: Partial<Food>): void
}

export function FoodFields({ value, onChange }: Props) {
  return (
    <>
      <Checks
        label="忌口"
        options={optionsOf(dietWord)}
        values={value.diet}
        onChange={(diet) => onChange({ diet })}
      />
      <Field
        label="对什么过敏"
        value={value.allergies}
        onChange={(allergies) => onChange({ allergies })}
        answers={commonAllergies}
        placeholder="没有就空着；几样之间用逗号隔开"
        long
        trouble={allergyTrouble(value.allergies)}
      />
    </>
  )
}
