import { holdsPlace } from '../claims/claiming'
import { dishPool, isDishPool, minus, plus } from '../claims/pools'
import type { Places } from '../claims/records'
import type { MealOrderRecord, SittingRecord } from '../records'

/**
 * What is to be written so that a sitting follows what is planned: it is closed; or it is open, with so many more of each pool, or fewer,
 * than it held.
 */
type Alignment = { state: 'closed' } | { state: 'open'; capacity: Places; more: Places }

/**
 * How a sitting that exists comes to follow what is planned. Its claims stay as they are: `left` changes by what its capacity does. A pool
 * that is planned no more holds nothing, and is kept, since claims may still give back what they took of it.
 * @param planned the same sitting as it would be made now; null: nothing is served then
 */
export function alignment(
  kept: Pick<SittingRecord, 'capacity'>,
  planned: Pick<SittingRecord, 'capacity'> | null,
): Alignment {
  if (!planned) return { state: 'closed' }
  const none = minus(kept.capacity, kept.capacity)
  const capacity = plus(none, planned.capacity)
  return { state: 'open', capacity, more: minus(capacity, kept.capacity) }
}

/** Whether a sitting has more or less of a dish with a limit once it follows: the tables that share it may have less or more, too. */
export function sharesOtherwise(
  { state, capacity }: Pick<SittingRecord, 'state' | 'capacity'>,
  planned: Pick<SittingRecord, 'capacity'> | null,
): boolean {
  const changes = Object.entries(minus(planned?.capacity ?? {}, capacity))
  const isOther = changes.some(([pool, n]) => isDishPool(pool) && n !== 0)
  return isOther && (planned !== null || state === 'open')
}

/**
 * So many portions of each dish with a limit are ordered of a sitting although their claims do not take them: they were claimed before it
 * had one, or before it was a part of their set. What can still be had of it is less by these.
 * @param orders of whoever holds a claim
 */
export function dishesBeside(
  claims: SittingRecord['claims'],
  orders: readonly Pick<MealOrderRecord, 'elderId' | 'setId' | 'state'>[],
  { sets }: Pick<SittingRecord, 'sets'>,
): Places {
  const pools = orders.filter(holdsPlace).flatMap(({ elderId, setId }) => {
    const { limited = [] } = sets.find(({ id }) => id === setId) ?? {}
    return limited.map(dishPool).filter((pool) => !claims[elderId]?.takes[pool])
  })
  return pools.map((pool) => ({ [pool]: 1 })).reduce<Places>(plus, {})
}
