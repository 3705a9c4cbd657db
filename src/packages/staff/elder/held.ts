import type { ElderFile } from '#types/people/elders'
import type { LocalDate } from '#types/values'
import { categoryName } from '#types/words/people/elders/categories'

/** A category as the file tells it. */
export type Held = NonNullable<ElderFile['categories']>[number]

/** 独居、高龄; or why there is none. */
export function categoriesWords({ categories }: ElderFile, they: string): string {
  if (!categories) return `${they}没有同意记`
  return categories.map(({ category }) => categoryName(category)).join('、') || '没有登记'
}

/** 2026-01-01 起，长期; 2026-01-01 到 2026-12-31（已经到期） */
export function spanWords({ from, to }: Held, today: LocalDate): string {
  if (to === null) return `${from} 起，长期`
  return `${from} 到 ${to}${to < today ? '（已经到期）' : ''}`
}
