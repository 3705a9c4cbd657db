import { oldestAge } from '#types/births'
import type { Questionnaire } from '#types/eligibility'
import type { Category } from '#types/people/categories'
import type { Hukou, Living } from '#types/people/elders'
import type { AbilityLevel } from '#types/policies/conditions'
import type { LocalDate } from '#types/values'

/** Nobody has to know everything. */
export const unsure = 'unsure'
type OrUnsure<T> = T | typeof unsure | null

/** What has been answered; null where nothing has. Nothing of it says who it is. */
export interface Form {
  at: number
  district: string | null
  /** Years, or the year of birth, as it was typed. */
  age: string
  isAgeUnsure: boolean
  hukou: OrUnsure<Hukou>
  living: OrUnsure<Living>
  /** `none`: none of them. */
  categories: Category[] | 'none' | typeof unsure | null
  ability: OrUnsure<AbilityLevel>
}

export const blank: Form = {
  at: 0,
  district: null,
  age: '',
  isAgeUnsure: false,
  hukou: null,
  living: null,
  categories: null,
  ability: null,
}

export type Step = 'district' | 'age' | 'hukou' | 'living' | 'categories' | 'ability'

/** One question each; nobody is asked which district where there is one. */
export const stepsOf = (districts: number): Step[] => [
  ...(districts > 1 ? (['district'] as const) : []),
  'age',
  'hukou',
  'living',
  'categories',
  'ability',
]

/** Years from what was typed: 82 as it is, 1944 as a year of birth; null where it is neither. */
export function ageFrom(typed: string, today: LocalDate): number | null {
  if (!/^\d{1,4}$/.test(typed)) return null
  const number = Number(typed)
  const years = typed.length === 4 ? Number(today.slice(0, 4)) - number : number
  return years > 0 && years <= oldestAge ? years : null
}

/** What a step still needs, in words for its button; null when it is answered. The last one may be left out. */
export function gapOf(step: Step, form: Form, today: LocalDate): string | null {
  switch (step) {
    case 'district':
      return form.district ? null : '先选一个区'
    case 'age':
      if (form.isAgeUnsure || ageFrom(form.age, today) !== null) return null
      return form.age === '' ? '先写岁数' : '再看一看岁数'
    case 'categories':
      return form.categories === null || form.categories.length === 0 ? '先选一选' : null
    case 'ability':
      return null
    default:
      return form[step] ? null : '先选一个'
  }
}

/** What is asked of the cloud: what somebody is not sure of is left out. */
export function questionnaireOf(form: Form, district: string, today: LocalDate): Questionnaire {
  const { isAgeUnsure, hukou, living, categories, ability } = form
  const age = isAgeUnsure ? null : ageFrom(form.age, today)
  return {
    district,
    ...(age !== null && { age }),
    ...(hukou && hukou !== unsure && { hukou }),
    ...(living && living !== unsure && { living }),
    ...(categories && categories !== unsure && { categories: categories === 'none' ? [] : categories }),
    ...(ability && ability !== unsure && { ability }),
  }
}
