import { heldBy, holdsPlace } from '../../../cloudfunctions/_domain/meals/claims/claiming'
import { isSameAs, minus, plus } from '../../../cloudfunctions/_domain/meals/claims/pools'
import { limitsOn, setsOn } from '../../../cloudfunctions/_domain/meals/planning/menus'
import { areTooMany } from '../../../cloudfunctions/_domain/meals/planning/shares'
import type { SittingRecord } from '../../../cloudfunctions/_domain/meals/records'
import { anElder, aRelative, aSitting, aStation, extremelyPoor, TOMORROW } from '../../domain/builders'
import { aMenu, aPlan } from '../../domain/meals/planning/a-plan'
import { codeOf, type Stock, type TestCloud } from '../a-cloud'
import { WEEK } from '../a-kitchen'
import { aClaim } from '../claimed'
import { aNeighbourhood } from '../neighbourhood'

export const TABLES = ['st-one', 'st-two', 'st-three'] as const
export type TableId = (typeof TABLES)[number]
export const lunchAt = (stationId: TableId): string => `${stationId}_${TOMORROW}_lunch`

const FAMILIES = 8
const elders = Array.from({ length: FAMILIES }, (_, nth) =>
  anElder({ id: `e-${nth}`, categories: extremelyPoor }),
)
/** Fish, of which there is only so much, and greens. */
const menuOf = (limit: number) => {
  const menu = aMenu(WEEK)
  return {
    ...menu,
    dishes: menu.dishes.map((dish) => (dish.id === 'fish' ? { ...dish, limit } : dish)),
    days: menu.days.map((day) => ({ ...day, sets: ['fish-set', 'greens-set'] })),
  }
}

/** Three tables that a kitchen feeds, with plenty of seats, and eight families; nobody has opened a sitting. */
export function threeTables(limit: number, own: Stock = {}): Stock {
  const plain = aNeighbourhood()
  return aNeighbourhood({
    elders,
    accounts: [...(plain.accounts ?? []), ...elders.map((elder, nth) => aRelative(`o-${nth}`, elder))],
    stations: TABLES.map((id) => aStation({ id, kitchenId: 'k-one' })),
    plans: TABLES.map((stationId) => aPlan({ stationId, weekdays: [1, 2, 3, 4, 5, 6, 7] })),
    menus: [menuOf(limit)],
    sittings: [],
    ...own,
  })
}

/** The same with tables that are open and have so much fish each; what is sold already somebody holds for ever. */
export const openTables = (
  limit: number,
  fish: Record<TableId, { has: number; sold?: number }>,
  own: Stock = {},
): Stock =>
  threeTables(limit, {
    sittings: TABLES.map((stationId) => {
      const { has, sold = 0 } = fish[stationId]
      const takes = { seats: 1, 'd-fish': 1 }
      const claims = Object.fromEntries(
        Array.from({ length: sold }, (_, nth) => [
          `e-other-${nth}`,
          aClaim({ takes, since: '2999-01-01T00:00:00.000Z' }),
        ]),
      )
      const capacity = { ...aSitting().capacity, 'd-fish': has }
      const left = minus(capacity, Object.values(claims).map(heldBy).reduce(plus, {}))
      const sets = setsOn(menuOf(limit), TOMORROW)
      return aSitting({ id: lunchAt(stationId), stationId, sets, capacity, left, claims })
    }),
    ...own,
  })

/** One of the families books fish, or something else, at a table. */
export const bookAt = async (cloud: TestCloud, nth: number, stationId: TableId, setId = 'fish-set') =>
  codeOf(
    await cloud.as(`o-${nth}`).call('meals.book', {
      ...{ sittingId: lunchAt(stationId), elderId: `e-${nth}`, mode: 'dineIn', setId },
    }),
  )

/** How many portions are left to sell at each table that is open. */
export const fishLeft = async (cloud: TestCloud): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await cloud.stored('sittings')).map(({ stationId, left }) => [stationId, left['d-fish'] ?? 0]),
  )

/**
 * What of the three tables is not as it has to be: what is left is what they hold without what is claimed, and never more can be sold of
 * the fish than there is.
 */
export async function wrong(cloud: TestCloud): Promise<string[]> {
  const [sittings, menus] = [await cloud.stored('sittings'), await cloud.stored('menus')]
  const orders = (await cloud.stored('mealOrders')).filter(holdsPlace)
  const limit = (menus[0] && limitsOn(menus[0], TOMORROW).fish) ?? 0
  const others = sittings
    .flatMap(({ claims }) => Object.keys(claims))
    .filter((id) => id.startsWith('e-other'))
  const eaten = orders.filter(({ setId }) => setId === 'fish-set').length + others.length
  return [
    ...sittings.filter((one) => !isCounted(one)).map(({ stationId }) => `left of ${stationId}`),
    ...(areTooMany(limit, 'd-fish', sittings.map(withoutArrived(sittings)), cloud.emulator.clock.now())
      ? ['more to sell than there is']
      : []),
    ...(eaten > limit ? [`sold ${eaten} of ${limit}`] : []),
    ...orders
      .filter(({ sittingId, elderId, setId }) => {
        const claim = sittings.find(({ id }) => id === sittingId)?.claims[elderId]
        return !claim || (setId === 'fish-set' && !heldBy(claim)['d-fish'])
      })
      .map(({ id }) => `unclaimed ${id}`),
  ]
}

const isCounted = ({ left, capacity, claims }: SittingRecord): boolean =>
  isSameAs(left, minus(capacity, Object.values(claims).map(heldBy).reduce(plus, {})))

/** What is claimed where it was to go is counted there already. */
const withoutArrived =
  (sittings: readonly SittingRecord[]) =>
  (sitting: SittingRecord): SittingRecord => {
    const isThere = ({ to, attempt }: { to: string; attempt: string }) =>
      Object.values(sittings.find(({ id }) => id === to)?.claims ?? {}).some(
        (claim) => claim.attempt === attempt || claim.next?.attempt === attempt,
      )
    const marks = Object.entries(sitting.onTheWay ?? {}).filter(([, mark]) => !isThere(mark))
    return { ...sitting, onTheWay: Object.fromEntries(marks) }
  }
