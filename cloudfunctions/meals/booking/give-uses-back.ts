import { canBeHelped, type Denied, deniedAhead, freeUses } from '../../_domain/meals/freed-uses'
import type { MealOrderRecord, SubsidyUseRecord } from '../../_domain/meals/records'
import { touchedBeside } from '../../_domain/meals/subsidy-uses'
import type { ElderRecord } from '../../_domain/people/records'
import { asOne, registrationFor } from '../../_shell/registrations'
import type { Work } from '../../_shell/transact'
import { groundFor, usesBeside } from './price-ground'

/**
 * Takes an order's uses out of the record that counts them, for the orders that had to do without (`freeUses`), whichever registration of
 * hers they were booked under.
 */
export async function giveUsesBack(work: Work, order: MealOrderRecord, now: Date): Promise<void> {
  const used = order.usedIn === null ? null : await work.find('subsidyUses', order.usedIn)
  if (!used) return
  const named = await work.find('elders', used.elderId)
  const elder = named && (await asOne(await registrationFor(named, work.find), work.find))
  const records = elder ? [used, ...(await usesBeside(work.find, elder, used))] : [used]
  const denied = elder ? await deniedBy(work, { records, elder, orderId: order.id, now }) : []
  const { uses, orders } = freeUses(records, order.id, denied)
  for (const one of orders) work.put('mealOrders', one)
  for (const one of [...uses, ...touchedBeside(records, uses, now)]) work.put('subsidyUses', one)
}

/** An order that gives something back, and all records of its period. */
interface Giving {
  records: readonly SubsidyUseRecord[]
  elder: ElderRecord
  orderId: string
  now: Date
}

/** Reads the orders that may be helped, with what decides their prices. */
async function deniedBy(work: Work, { records, elder, orderId, now }: Giving): Promise<Denied[]> {
  const denied: Denied[] = []
  for (const id of deniedAhead(records, orderId, now)) {
    const order = await work.find('mealOrders', id)
    if (!order || !canBeHelped(order, now)) continue
    const sitting = await work.find('sittings', order.sittingId)
    if (sitting) denied.push({ order, sitting, elder, ground: await groundFor(elder, sitting, now) })
  }
  return denied
}
