import { canBeHelped, type Denied, deniedAhead, freeUses } from '../../_domain/meals/freed-uses'
import type { MealOrderRecord, SubsidyUseRecord } from '../../_domain/meals/records'
import { givePlaceBack } from '../../_domain/meals/sittings'
import type { Work } from '../../_shell/transact'
import { groundFor } from './price-ground'

/** Gives back what an order held: its place at the sitting and, if it was limited, its use of the day, month or year. */
export async function giveBack(work: Work, order: MealOrderRecord, now: Date): Promise<void> {
  const sitting = await work.get('sittings', order.sittingId)
  await giveUsesBack(work, order, now)
  work.put('sittings', givePlaceBack(sitting, order))
}

/** Takes an order's uses out of the record that counts them, for the orders that had to do without (`freeUses`). */
export async function giveUsesBack(work: Work, { id, usedIn }: MealOrderRecord, now: Date): Promise<void> {
  const used = usedIn === null ? null : await work.find('subsidyUses', usedIn)
  if (!used) return
  const { uses, orders } = freeUses(used, id, await deniedBy(work, used, id, now))
  for (const order of orders) work.put('mealOrders', order)
  work.put('subsidyUses', uses)
}

/** Reads the orders that may be helped, with what decides their prices. */
async function deniedBy(work: Work, used: SubsidyUseRecord, orderId: string, now: Date): Promise<Denied[]> {
  const denied: Denied[] = []
  for (const id of deniedAhead(used, orderId, now)) {
    const order = await work.find('mealOrders', id)
    if (!order || !canBeHelped(order, now)) continue
    const sitting = await work.find('sittings', order.sittingId)
    const elder = await work.find('elders', order.elderId)
    if (sitting && elder) denied.push({ order, sitting, elder, ground: await groundFor(elder, sitting, now) })
  }
  return denied
}
