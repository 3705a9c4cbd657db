import { pageSize } from '../../types/paging'
import type { AskAtStation } from '../../types/people/circle'
import { anElder, anOrder, aRelation, TOMORROW } from '../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from './a-cloud'
import { aNeighbourhood, wang } from './neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

const times = <T>(count: number, one: (nth: number) => T) =>
  Array.from({ length: count }, (_, nth) => one(nth))

describe('people.asked with more asks than a page holds', () => {
  type Asked = { asks: AskAtStation[]; next: string | null; waiting: number }
  const many = pageSize.asked * 2 + 5
  const asked = (input: object = {}) =>
    cloud.as('o-clerk').call('people.asked', { stationId: 'st-one', ...input })
  const asks = times(many, (nth) => {
    const elder = anElder({ id: `e-${nth}` })
    const since = `2026-11-${String(1 + (nth % 20)).padStart(2, '0')}T00:00:00.000Z`
    return aRelation(elder, `o-${nth}`, { state: 'asked', asksElder: false, granted: null, since })
  })
  beforeEach(() => cloud.restock(aNeighbourhood({ relations: asks })))

  it('gives each once, the longest waiting first, and says how many there are', async () => {
    const all: AskAtStation[] = []
    for (let after: string | null = null; ; ) {
      const page: Asked = accepted<Asked>(await asked(after === null ? {} : { after }))
      expect(page.waiting).toBe(many)
      all.push(...page.asks)
      after = page.next
      if (after === null) break
    }
    expect(all.map(({ id }) => id).sort()).toEqual(asks.map(({ id }) => id).sort())
    const since = all.map(({ member }) => member.since)
    expect(since).toEqual([...since].sort())
  })

  it('refuses a beginning that the cloud did not give', async () => {
    expect(codeOf(await asked({ after: 'x' }))).toBe('BAD_INPUT')
  })
})

describe('meals.unconfirmedDays with more orders than anybody reads', () => {
  it('counts them all', async () => {
    const mealOrders = times(450, (nth) =>
      anOrder({
        id: `st-one_${TOMORROW}_lunch_e-${nth}`,
        elderId: wang.id,
        date: nth < 400 ? TOMORROW : '2026-11-25',
      }),
    )
    await cloud.restock(aNeighbourhood({ mealOrders }))
    expect(
      accepted(await cloud.as('o-clerk').call('meals.unconfirmedDays', { stationId: 'st-one' })),
    ).toEqual([
      { date: TOMORROW, count: 400 },
      { date: '2026-11-25', count: 50 },
    ])
  })
})
