import { mealOrderId } from '#types/ids'
import type { MealOrderRecord, SittingRecord } from '../../_domain/meals/records'
import type { ElderRecord } from '../../_domain/people/records'
import { type At, sittingFor } from '../../_shell/claims/store'
import { find } from '../../_shell/cloud'

/** What is there of an elder and a sitting before anything is decided. */
export interface Known extends At {
  elder: ElderRecord | null
  /** With her own claim of it alone. */
  sitting: SittingRecord | null
  /** Her order for it, whatever became of it. */
  order: MealOrderRecord | null
}

/** Reads it all together. */
export async function readFor({ sittingId, elderId }: At): Promise<Known> {
  const [elder, sitting, order] = await Promise.all([
    find('elders', elderId),
    sittingFor({ sittingId, elderId }),
    find('mealOrders', mealOrderId(sittingId, elderId)),
  ])
  return { sittingId, elderId, elder, sitting, order }
}
