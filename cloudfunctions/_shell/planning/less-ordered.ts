import { mealOrderId } from '#types/ids'
import { mostPlaces } from '#types/limits'
import { minus } from '../../_domain/meals/claims/pools'
import { dishesBeside } from '../../_domain/meals/planning/aligning'
import type { SittingRecord } from '../../_domain/meals/records'
import { command, findFields, selectFields } from '../cloud'

/** A sitting as it is planned, without what of its limited dishes is ordered and not counted by any claim. */
export async function lessOrdered(planned: SittingRecord): Promise<SittingRecord> {
  if (planned.sets.every(({ limited = [] }) => limited.length === 0)) return planned
  const claims = (await findFields('sittings', planned.id, ['claims']))?.claims ?? {}
  const ids = Object.keys(claims).map((elderId) => mealOrderId(planned.id, elderId))
  if (ids.length === 0) return planned
  const orders = await selectFields('mealOrders', ['elderId', 'setId', 'state'], {
    where: { _id: command.in(ids) },
    limit: mostPlaces,
  })
  return { ...planned, capacity: minus(planned.capacity, dishesBeside(claims, orders, planned)) }
}
