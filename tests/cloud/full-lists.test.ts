import type { Application, ReviewRow } from '../../types/eligibility/applications'
import { pageSize } from '../../types/paging'
import type { AskAtStation } from '../../types/people/circle'
import type { Org } from '../../types/people/staff'
import {
  aKitchen,
  aMealPolicy,
  anApplication,
  anElder,
  anOrder,
  aRelation,
  aStation,
  DISTRICT,
  TOMORROW,
} from '../domain/builders'
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

describe('meals.orderDays with more orders than anybody reads', () => {
  it('counts them all', async () => {
    const mealOrders = times(450, (nth) =>
      anOrder({
        id: `st-one_${TOMORROW}_lunch_e-${nth}`,
        elderId: wang.id,
        date: nth < 400 ? TOMORROW : '2026-11-25',
      }),
    )
    await cloud.restock(aNeighbourhood({ mealOrders }))
    expect(accepted(await cloud.as('o-clerk').call('meals.orderDays', { stationId: 'st-one' }))).toEqual([
      { date: TOMORROW, count: 400, all: 400 },
      { date: '2026-11-25', count: 50, all: 50 },
    ])
  })
})

const padded = (nth: number) => String(nth).padStart(3, '0')

/** Every page of a list, one after the other, and how many there were. */
async function allPages<T>(
  openid: string | null,
  name: `${string}.${string}`,
  { field, input = {} }: { field: string; input?: object },
): Promise<{ all: T[]; pages: number }> {
  const all: T[] = []
  for (let pages = 1, after: string | null = null; ; pages++) {
    const reply = await cloud.as(openid).call(name, { ...input, ...(after !== null && { after }) })
    const { next, ...page } = accepted<{ next: string | null } & Record<string, unknown>>(reply)
    all.push(...(page[field] as T[]))
    after = next
    if (after === null) return { all, pages }
  }
}

describe('a list with more than two pages of it', () => {
  const many = pageSize.places * 2 + 5

  it('people.orgs names every station and kitchen of a supervisor’s district once, the district and its towns first', async () => {
    const stations = times(many, (nth) => aStation({ id: `st-${padded(nth)}` }))
    const kitchens = times(pageSize.places + 5, (nth) => aKitchen({ id: `k-${padded(nth)}` }))
    await cloud.restock(aNeighbourhood({ stations, kitchens }))
    const { all, pages } = await allPages<Org>('o-supervisor', 'people.orgs', { field: 'orgs' })
    expect(pages).toBe(4)
    const ids = [DISTRICT, 't-east', 't-west', ...[...stations, ...kitchens].map(({ id }) => id)]
    expect(all.map(({ id }) => id)).toEqual(ids)
  })

  it('supervision.operators names everybody once, with all of their stations', async () => {
    const operators = pageSize.operators * 2 + 5
    const stations = times(operators * 2, (nth) =>
      aStation({
        id: `st-${padded(nth)}`,
        operatorId: `op-${padded(nth % operators)}`,
        operatorName: '一号公司',
      }),
    )
    await cloud.restock(aNeighbourhood({ stations }))
    const { all, pages } = await allPages('o-supervisor', 'supervision.operators', {
      field: 'operators',
      input: { district: DISTRICT },
    })
    expect(pages).toBe(3)
    expect(all).toEqual(
      times(operators, (nth) => ({ id: `op-${padded(nth)}`, name: '一号公司', stations: 2 })),
    )
  })

  it('supervision.operators names one with many names under each of them, also where a page ends', async () => {
    const names = times(pageSize.operators + 5, (nth) => `公司${padded(nth)}`)
    const stations = names.map((operatorName, nth) => aStation({ id: `st-${padded(nth)}`, operatorName }))
    await cloud.restock(aNeighbourhood({ stations }))
    const { all } = await allPages<{ name: string }>('o-supervisor', 'supervision.operators', {
      field: 'operators',
      input: { district: DISTRICT },
    })
    expect(all.map(({ name }) => name)).toEqual(names)
  })

  it('eligibility.applications gives each of an elder’s once, the latest first', async () => {
    const count = pageSize.applications * 2 + 5
    const applications = times(count, (nth) =>
      anApplication({
        id: `e-wang_own-${padded(nth)}`,
        category: `own-${padded(nth)}`,
        submittedAt: `2026-11-${String(1 + (nth % 7)).padStart(2, '0')}T00:00:00.000Z`,
      }),
    )
    await cloud.restock(aNeighbourhood({ applications }))
    const { all, pages } = await allPages<Application>('o-wang', 'eligibility.applications', {
      field: 'applications',
      input: { elderId: 'e-wang' },
    })
    expect(pages).toBe(3)
    expect(all.map(({ id }) => id).sort()).toEqual(applications.map(({ id }) => id))
    const at = all.map(({ submittedAt }) => submittedAt)
    expect(at).toEqual([...at].sort().reverse())
  })

  it('eligibility.districts names every district that has policies once', async () => {
    const [some] = aNeighbourhood().districts ?? []
    if (!some) throw new Error('there is no district')
    const districts = times(many, (nth) => ({ ...some, id: `d-${padded(nth)}` }))
    const policies = districts
      .filter((_, nth) => nth % 2 === 0)
      .map(({ id }) => ({ ...aMealPolicy(), id: `${id}_meal_2026-01-01`, district: id }))
    await cloud.restock(aNeighbourhood({ districts, policies }))
    const { all, pages } = await allPages<{ id: string }>(null, 'eligibility.districts', {
      field: 'districts',
    })
    expect(pages).toBe(3)
    expect(all.map(({ id }) => id)).toEqual(policies.map(({ district }) => district))
  })

  it.each([
    ['o-supervisor', 'people.orgs', {}],
    ['o-supervisor', 'supervision.operators', { district: DISTRICT }],
    ['o-wang', 'eligibility.applications', { elderId: 'e-wang' }],
    [null, 'eligibility.districts', {}],
  ] as const)('refuses %s a beginning that the cloud did not give: %s', async (openid, name, input) => {
    await cloud.restock(aNeighbourhood())
    expect(codeOf(await cloud.as(openid).call(name, { ...input, after: 'x' }))).toBe('BAD_INPUT')
  })
})

describe('eligibility.reviews with more than two pages', () => {
  it('lists each once, and whatever is overdue on the first page, however late it was stored', async () => {
    const inTime = pageSize.reviews * 2 + 5
    const overdue = 7
    const applications = times(inTime + overdue, (nth) =>
      anApplication({
        id: `e-${padded(nth)}_own-a`,
        elderId: `e-${padded(nth)}`,
        dueOn: nth < inTime ? '2026-12-04' : '2026-11-18',
      }),
    )
    await cloud.restock(aNeighbourhood({ applications }))
    const all: ReviewRow[] = []
    for (let after: { dueOn: string; id: string } | undefined; ; ) {
      const page: ReviewRow[] = accepted(
        await cloud
          .as('o-coordinator')
          .call('eligibility.reviews', { state: 'submitted', ...(after && { after }) }),
      )
      all.push(...page)
      const last = page.at(-1)
      if (!last || page.length < pageSize.reviews) break
      after = { dueOn: last.dueOn, id: last.id }
    }
    expect(all.map(({ id }) => id).sort()).toEqual(applications.map(({ id }) => id))
    expect(all.map(({ isOverdue }) => isOverdue)).toEqual(all.map((_, nth) => nth < overdue))
  })
})
