import { longest } from '#types/limits'
import type { Allergen } from '#types/meals/allergens'
import type { MenuDish } from '#types/meals/menus'
import type { Diet } from '#types/people/diets'
import { allergenWord } from '#types/words/meals/allergens'
import { dietWord } from '#types/words/people/elders/diets'
import { Checks } from '@/components/checks'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Segmented } from '@/components/segmented'
import { Heading } from '@/components/text'
import { optionsOf } from '@/services/options-of'

/** A dish as it is being written. `says` null: nobody has said what is in it. */
export interface DishDraft {
  name: string
  says: 'some' | 'none' | null
  allergens: Allergen[]
  diets: Diet[]
  limit: string
  /** By its id; null: none. */
  photo: string | null
}

export const draftOfDish = (dish: MenuDish | undefined): DishDraft => ({
  name: dish?.name ?? '',
  says: dish?.allergens ? (dish.allergens.length > 0 ? 'some' : 'none') : null,
  allergens: dish?.allergens ?? [],
  diets: dish?.diets ?? [],
  limit: dish?.limit ? String(dish.limit) : '',
  photo: dish?.photo ?? null,
})

/** What of a dish does not do yet, by the field; empty: it can be kept. */
export function dishTroubles({ name, says, allergens, limit }: DishDraft): {
  name?: string
  says?: string
  limit?: string
} {
  return {
    ...(!name.trim() && { name: '先写菜名。' }),
    ...(says === 'some' && allergens.length === 0 && { says: '里面有的，请点一样。没有的话，点“没有”。' }),
    ...(limit.trim() && !/^[1-9]\d{0,3}$/.test(limit.trim()) && { limit: '写一个数，比如 30。不限就空着。' }),
  }
}

/** The dish as it is kept. A dish of which nothing is said is kept, too: only its menu cannot be published. */
export const dishOf = (draft: DishDraft, id: string, before: MenuDish | undefined): MenuDish => ({
  ...(before?.picture !== undefined && { picture: before.picture }),
  ...(draft.photo !== null && { photo: draft.photo }),
  id,
  name: draft.name.trim(),
  allergens: draft.says === null ? null : draft.says === 'none' ? [] : draft.allergens,
  diets: draft.diets,
  limit: draft.limit.trim() ? Number(draft.limit) : null,
})

interface Props {
  value: DishDraft
  troubles: ReturnType<typeof dishTroubles>
  onChange(change: Partial<DishDraft>): void
}

/** Its name, what is in it ("none" is said like everything else), how else it is made, and how much of it there is. */
export function DishFields({ value, troubles, onChange }: Props) {
  return (
    <>
      <Field
        label="菜名"
        value={value.name}
        onChange={(name) => onChange({ name })}
        maxLength={longest.menuName}
        trouble={troubles.name}
      />
      <Heading>里面有容易过敏的吗？</Heading>
      <Segmented
        label="里面有没有容易过敏的"
        options={[
          { value: 'some', word: '有' },
          { value: 'none', word: '没有' },
        ]}
        value={value.says}
        onPick={(says) => onChange({ says })}
      />
      {value.says === null && <Notice kind="info">还没有写。不写的话，这一周的菜单发不了。</Notice>}
      {value.says === 'some' && (
        <Checks
          label="里面有"
          options={optionsOf(allergenWord)}
          values={value.allergens}
          onChange={(allergens) => onChange({ allergens })}
        />
      )}
      {troubles.says && <Notice>{troubles.says}</Notice>}
      <Heading>能照着做的</Heading>
      <Checks
        label="能照着做的"
        options={optionsOf(dietWord)}
        values={value.diets}
        onChange={(diets) => onChange({ diets })}
      />
      <Field
        label="一餐最多做几份（不限就空着）"
        kind="number"
        value={value.limit}
        onChange={(limit) => onChange({ limit })}
        maxLength={4}
        trouble={troubles.limit}
      />
    </>
  )
}
