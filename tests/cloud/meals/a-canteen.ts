import { minus, plus } from '../../../cloudfunctions/_domain/meals/claims/pools'
import type { SittingRecord } from '../../../cloudfunctions/_domain/meals/records'
import { anElder, aRelation, aRelative, aStation } from '../../domain/builders'
import { aMenu, aPlan } from '../../domain/meals/planning/a-plan'
import type { Stock, TestCloud } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'

/** A Monday two days after now, and the days after it. */
export const [MONDAY, TUESDAY, WEDNESDAY] = ['2026-11-23', '2026-11-24', '2026-11-25'] as const

const eaters = Array.from({ length: 9 }, (_, nth) =>
  anElder({ id: `e-eater-${nth}`, circle: [`o-eater-${nth}`], code: `3000000${nth}` }),
)

/** A station that serves lunch on every day, its kitchen, which has a menu for two weeks, and nine elders with a relative each. */
export function aCanteen(own: Stock = {}): Stock {
  const plain = aNeighbourhood()
  return aNeighbourhood({
    stations: [aStation({ kitchenId: 'k-one' })],
    plans: [aPlan({ weekdays: [1, 2, 3, 4, 5, 6, 7] })],
    menus: [aMenu(MONDAY), aMenu('2026-11-30')],
    elders: [...(plain.elders ?? []), ...eaters],
    accounts: [...(plain.accounts ?? []), ...eaters.map((elder, nth) => aRelative(`o-eater-${nth}`, elder))],
    relations: [
      ...(plain.relations ?? []),
      ...eaters.map((elder, nth) => aRelation(elder, `o-eater-${nth}`)),
    ],
    cards: [],
    sittings: [],
    ...own,
  })
}

/** Books fish for one of the elders, at the table. */
export const bookFish = (cloud: TestCloud, nth: number, date: string, own: object = {}) =>
  cloud.as(`o-eater-${nth}`).call('meals.book', {
    ...{ sittingId: `st-one_${date}_lunch`, elderId: `e-eater-${nth}`, mode: 'dineIn', setId: 'fish-set' },
    ...own,
  })

/** What of all sittings breaks that what is left is what they hold without what is claimed. */
export async function uncounted(cloud: TestCloud): Promise<object[]> {
  const sittings = await cloud.stored('sittings')
  return sittings.filter((one) => Object.values(minus(heldOf(one), one.left)).some((n) => n !== 0))
}

const heldOf = ({ capacity, claims }: SittingRecord) =>
  minus(
    capacity,
    Object.values(claims)
      .map(({ takes, next }) => (next ? plus(takes, next.takes) : takes))
      .reduce(plus, {}),
  )
