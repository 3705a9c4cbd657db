import { mealOrderId } from '#types/ids'
import { isOld, LOOKED_AFTER, leftBehind } from '../../_domain/meals/claims/claiming'
import type { SittingRecord } from '../../_domain/meals/records'
import { command, find, selectFields, updateWhere } from '../cloud'
import { shareOut } from '../planning/share-again'
import { arrived } from './on-the-way'
import { drop, free, swap } from './store'

/** So many orders are read at once. */
const TOGETHER = 100

/**
 * Gives back what is claimed of a sitting for nobody any more: an answer got lost, or a call ended before it was done. A portion of which
 * nobody knows whether it arrived at another table is shared out again, where it did not. One looks at a
 * time, and not sooner than a minute after the last.
 * @returns whether it was looked at now
 */
export async function sweepSitting(sittingId: string, now: Date): Promise<boolean> {
  const before = new Date(now.getTime() - LOOKED_AFTER).toISOString()
  const isDue = command.or([
    { _id: sittingId, checkedAt: null },
    { _id: sittingId, checkedAt: command.lt(before) },
  ])
  if ((await updateWhere('sittings', isDue, { checkedAt: now.toISOString() })) === 0) return false
  const sitting = await find('sittings', sittingId)
  const old = Object.entries(sitting?.claims ?? {}).filter(([, claim]) => isOld(claim.next ?? claim, now))
  for (let from = 0; from < old.length; from += TOGETHER) {
    const page = old.slice(from, from + TOGETHER)
    const ids = page.map(([elderId]) => mealOrderId(sittingId, elderId))
    const where = { _id: command.in(ids) }
    const orders = await selectFields('mealOrders', ['state', 'attempt'], { where, limit: ids.length })
    for (const [nth, [elderId, claim]] of page.entries()) {
      const order = orders.find(({ id }) => id === ids[nth]) ?? null
      const at = { sittingId, elderId }
      const what = leftBehind(claim, order, now)
      if (what === 'swap') await swap(at, claim, now)
      if (what === 'drop') await drop(at, claim)
      if (what === 'free') await free(at, claim)
    }
  }
  if (sitting) await shareLost(sitting, now)
  return true
}

async function shareLost(
  { id, kitchenId, date, slot, onTheWay = {} }: SittingRecord,
  now: Date,
): Promise<void> {
  const lost = Object.entries(onTheWay).filter(([, mark]) => isOld(mark, now))
  for (const [mark, { pool }] of lost) await arrived({ from: id, mark, pool })
  if (lost.length > 0) await shareOut({ kitchenId, date, slot }, now)
}
