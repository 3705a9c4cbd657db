import { holdsPlace } from '../../cloudfunctions/_domain/meals/claims/claiming'
import { minus, plus, takesOf } from '../../cloudfunctions/_domain/meals/claims/pools'
import type { Claim, Places } from '../../cloudfunctions/_domain/meals/claims/records'
import type { MealOrderRecord, SittingRecord } from '../../cloudfunctions/_domain/meals/records'
import { closedOn } from '../../cloudfunctions/_domain/stations/opening'
import type { StationRecord } from '../../cloudfunctions/_domain/stations/records'
import { termsId } from '../../cloudfunctions/_shell/planning/terms'
import { personOf } from '../../cloudfunctions/_shell/secrets'

/** No clock of a test comes so far: what others hold in a stock stays held. */
const NEVER_OLD = '2999-01-01T00:00:00.000Z'

/** What of a stock says who holds what. */
interface Laid {
  sittings?: SittingRecord[]
  mealOrders?: MealOrderRecord[]
  stations?: StationRecord[]
}

/**
 * A stock in which every order has its claim, what is left follows from what is claimed, and the sittings of a closed day are closed.
 * A sitting that comes with claims is left as it is. Where it does not say which holidays it follows, it is those of today.
 */
export function claimed<S extends Laid>(stock: S): S {
  if (!stock.sittings) return stock
  const { mealOrders = [], stations = [] } = stock
  const sittings = stock.sittings.map((sitting) => {
    const isClosed = stations.some((one) => one.id === sitting.stationId && closedOn(one, sitting.date))
    const basis = { terms: termsId, ...sitting.basis }
    const open = { ...sitting, basis, ...(isClosed && { state: 'closed' as const }) }
    return Object.keys(sitting.claims).length > 0 ? open : withClaims(open, mealOrders)
  })
  return { ...stock, sittings }
}

function withClaims(sitting: SittingRecord, mealOrders: readonly MealOrderRecord[]): SittingRecord {
  const own = mealOrders.filter((order) => order.sittingId === sitting.id && holdsPlace(order))
  const claims = Object.fromEntries(own.map((order) => [order.elderId, claimOfOrder(sitting, order)]))
  const taken = Object.values(claims)
    .map(({ takes }) => takes)
    .reduce(plus, {})
  const others = minus(minus(sitting.capacity, sitting.left), taken)
  const strangers = ['seats', 'portions'].flatMap((pool) =>
    Array.from({ length: Math.max(0, others[pool] ?? 0) }, (_, nth) => [
      `e-other-${pool}-${nth}`,
      aClaim({ takes: { [pool]: 1 }, attempt: 'other', since: NEVER_OLD }),
    ]),
  )
  const all: Record<string, Claim> = { ...claims, ...Object.fromEntries(strangers) }
  const held: Places = Object.values(all)
    .map(({ takes }) => takes)
    .reduce(plus, {})
  return { ...sitting, claims: all, left: minus(sitting.capacity, held) }
}

const claimOfOrder = (sitting: SittingRecord, order: MealOrderRecord): Claim =>
  aClaim({
    takes: takesOf(sitting, order, order.isUnseen === true),
    ...{ attempt: order.attempt, body: order.body, by: personOf(order.notify ?? ''), since: order.placedAt },
  })

/** A seat that is held by a booking. */
export const aClaim = (own: Partial<Claim> = {}): Claim => ({
  ...{ kind: 'booking', takes: { seats: 1 }, attempt: 'first', body: 'first', by: personOf('o-daughter') },
  since: '2026-11-21T00:00:00.000Z',
  ...own,
})
