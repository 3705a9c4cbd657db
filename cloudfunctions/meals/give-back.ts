import { subsidyDayId } from '../_domain/ids'
import type { MealOrderRecord } from '../_domain/records/meals'
import { givePlaceBack } from '../_domain/sittings'
import { withoutUsesOf } from '../_domain/subsidy-days'
import type { Work } from '../_shell/transact'

/** Gives back what an order held: its place at the sitting and, if it was subsidised, its use of the day. */
export async function giveBack(work: Work, order: MealOrderRecord): Promise<void> {
  const sitting = await work.get('sittings', order.sittingId)
  if (order.lines.some((line) => line.kind === 'subsidy')) {
    const day = await work.find('subsidyDays', subsidyDayId(order.elderId, order.date))
    if (day) work.put('subsidyDays', withoutUsesOf(day, order.id))
  }
  work.put('sittings', givePlaceBack(sitting, order.mode))
}
