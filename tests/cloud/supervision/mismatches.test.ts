import { pageSize } from '../../../types/paging'
import type { MismatchNight } from '../../../types/supervision'
import { aMismatchNight, DISTRICT, NOW } from '../../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

interface Page {
  count: number
  nights: MismatchNight[]
}
const page = async (state: 'open' | 'closed', after?: { date: string; id: string }) =>
  accepted<Page>(
    await cloud.as('o-supervisor').call('supervision.mismatches', { state, ...(after && { after }) }),
  )
const dates = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20']
const nights = dates.map((date, i) => aMismatchNight({ id: `${DISTRICT}_${date}`, date, count: i + 1 }))
const far = aMismatchNight({ id: 'other_2026-11-20', district: 'other', count: 100 })

describe('supervision.mismatches', () => {
  it('tells the latest nights first, all of them by pages, and how much there is in all of one’s own districts', async () => {
    await cloud.restock(aNeighbourhood({ mismatches: [...nights, far] }))
    const all: MismatchNight[] = []
    for (let after: { date: string; id: string } | undefined, next = true; next; ) {
      const { count, nights: some } = await page('open', after)
      expect(count).toBe(15)
      all.push(...some)
      const last = some.at(-1)
      next = some.length === pageSize.mismatches
      after = last && { date: last.date, id: last.id }
    }
    expect(all.map(({ date }) => date)).toEqual([...dates].reverse())
    expect(await page('closed')).toEqual({ count: 0, nights: [] })
  })

  it('has no district and no name in its nights', async () => {
    await cloud.restock(aNeighbourhood({ mismatches: nights }))
    expect(Object.keys((await page('open')).nights[0] ?? {}).sort()).toEqual(
      ['at', 'closed', 'count', 'date', 'found', 'id', 'state'].sort(),
    )
  })
})

describe('supervision.closeMismatches', () => {
  const close = (nightId: string, openid = 'o-supervisor') =>
    cloud.as(openid).call('supervision.closeMismatches', { nightId })

  it('writes down who has looked, once, and moves the night to those that were looked at', async () => {
    await cloud.restock(aNeighbourhood({ mismatches: nights }))
    const id = `${DISTRICT}_2026-11-20`
    const closed = accepted<MismatchNight>(await close(id))
    expect(closed).toMatchObject({
      state: 'closed',
      closed: { by: { role: 'supervisor' }, at: expect.any(String) },
    })
    cloud.emulator.clock.set(new Date(NOW.getTime() + 60_000))
    expect(accepted(await close(id))).toEqual(closed)
    expect((await page('open')).count).toBe(10)
    expect((await page('closed')).nights.map((one) => one.id)).toEqual([id])
    expect((await cloud.stored('auditLog')).map(({ action, elderId }) => [action, elderId])).toEqual([
      ['supervision.closeMismatches', null],
    ])
  })

  it('is for the supervisor of its district alone', async () => {
    await cloud.restock(aNeighbourhood({ mismatches: [...nights, far] }))
    expect(codeOf(await close(far.id))).toBe('FORBIDDEN')
    expect(codeOf(await close('none'))).toBe('NOT_FOUND')
    for (const openid of ['o-coordinator', 'o-clerk', 'o-wang'])
      expect(codeOf(await close(nights[0]?.id ?? '', openid))).toBe('FORBIDDEN')
  })
})
