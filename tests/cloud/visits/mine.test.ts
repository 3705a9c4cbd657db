import { minutesAfter } from '../../../cloudfunctions/_domain/base/calendar'
import type { Visit } from '../../../types/visits'
import { aVisit, NOW } from '../../domain/builders'
import { aCloud, type TestCloud } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'
import { callsOf, idsOf } from './calls'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => cloud.restock(aNeighbourhood()))
afterAll(() => cloud.close())

const { by, codeBy, mineOf } = callsOf(() => cloud)
const times = <T>(count: number, one: (id: string, place: number) => T) =>
  Array.from({ length: count }, (_, place) => one(String(place).padStart(3, '0'), place))
const asked = (minutes: number) => ({ askedAt: minutesAfter(NOW, minutes) })
const closed = { state: 'closed' as const, urgency: 'hard' as const }

describe('visits.mine', () => {
  it('lists what calls for somebody first, however old, then what is awaited, then the latest', async () => {
    const report = { outcome: 'noAnswer' as const }
    await cloud.restock(
      aNeighbourhood({
        visits: [
          ...times(40, (id, nth) => aVisit({ id: `v-closed-${id}`, ...closed, ...asked(-nth) })),
          ...times(20, (id, nth) => aVisit({ id: `v-open-${id}`, urgency: 'worry', ...asked(-nth) })),
          aVisit({ id: 'v-alarm', state: 'reported', report, ...asked(-90 * 24 * 60) }),
          aVisit({ id: 'v-long-ago', ...closed, ...asked(-90 * 24 * 60) }),
          aVisit({ id: 'v-others', elderId: 'e-chen' }),
        ],
      }),
    )
    const listed: Visit[] = []
    for (let after: string | null = null; ; ) {
      const page = await mineOf('o-daughter', after === null ? {} : { after })
      listed.push(...page.visits)
      after = page.next
      if (after === null) break
    }
    const ids = idsOf(listed)
    expect(new Set(ids).size).toBe(61)
    expect(ids).toHaveLength(61)
    expect(ids.slice(0, 3)).toEqual(['v-alarm', 'v-open-000', 'v-open-001'])
    expect(ids.at(-1)).toBe('v-closed-039')
  })

  it('refuses a beginning that the cloud did not give', async () => {
    expect(await codeBy('o-daughter', 'mine', { after: 'abc' })).toBe('BAD_INPUT')
  })
})

describe('visits.show', () => {
  it('shows one visit, however old, to those who may see it, and to nobody else', async () => {
    await cloud.restock(aNeighbourhood({ visits: [aVisit({ ...closed, ...asked(-500 * 24 * 60) })] }))
    const visitId = 'v-1'
    for (const openid of ['o-wang', 'o-daughter', 'o-viewer', 'o-clerk', 'o-coordinator'])
      expect(await by(openid, 'show', { visitId })).toMatchObject({ id: visitId, state: 'closed' })
    for (const openid of ['o-stranger', 'o-volunteer', 'o-other-clerk', 'o-nobody'])
      expect(await codeBy(openid, 'show', { visitId })).toBe('FORBIDDEN')
    expect(await codeBy('o-daughter', 'show', { visitId: 'v-none' })).toBe('NOT_FOUND')
  })
})
