import type { Application } from '../../../types/eligibility/applications'
import type { Entitlements } from '../../../types/eligibility/entitlements'
import type { MealOrder } from '../../../types/meals/orders'
import type { Price } from '../../../types/meals/prices'
import { anElder, extremelyPoor } from '../../domain/builders'
import { aCloud, accepted, codeOf, nightly, type TestCloud } from '../a-cloud'
import { chen } from '../neighbourhood'
import { APPLICATION, applicationsOf, CATEGORY, wanting, wish } from './applications'

let cloud: TestCloud
let log: jest.SpyInstance
beforeAll(async () => {
  log = jest.spyOn(console, 'log').mockImplementation(() => {})
  cloud = await aCloud({ triggers: nightly })
})
beforeEach(() => begin())
afterAll(async () => {
  log.mockRestore()
  await cloud.close()
})

const { begin, call, by, photo, apply, take, decide, inReview, stored, minutesLater, everything } =
  applicationsOf(() => cloud)

const quoteOn = async (date: string) => {
  const meal = { sittingId: `st-one_${date}_lunch`, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
  return accepted<Price>(await cloud.as('o-daughter').call('meals.quote', meal))
}

describe('eligibility.decide', () => {
  it('is for the reviewer who took it', async () => {
    await apply()
    expect(codeOf(await decide('approve'))).toBe('WRONG_STATE')
    accepted(await take())
    expect(codeOf(await decide('approve', {}, 'o-supervisor'))).toBe('WRONG_STATE')
    for (const openid of ['o-clerk', 'o-daughter', 'o-other-coordinator'])
      expect(codeOf(await decide('approve', {}, openid))).toBe('FORBIDDEN')
    expect(await cloud.stored('determinations')).toEqual([])
    expect((await cloud.one('elders', 'e-wang'))?.categories).toEqual([])
  })

  it.each([
    ['a refusal without a reason', 'refuse', {}, 'REASON_MISSING'],
    ['a return without a word of what is missing', 'return', {}, 'REASON_MISSING'],
    [
      'an approval that ends before it begins',
      'approve',
      { from: '2026-12-02', to: '2026-12-01' },
      'DATE_PAST',
    ],
  ])('refuses %s', async (_, verdict, own, code) => {
    await inReview()
    const before = await everything()
    expect(codeOf(await decide(verdict, own))).toBe(code)
    expect(await everything()).toEqual(before)
  })

  it('needs her yes to the use of her categories still to be there', async () => {
    await inReview()
    const elder = await cloud.one('elders', 'e-wang')
    const application = await stored()
    if (!elder || !application) throw new Error('both are there')
    await begin({
      elders: [{ ...elder, consents: { ...elder.consents, category: null } }, chen],
      applications: [application],
    })
    expect(codeOf(await decide('approve'))).toBe('CONSENT_MISSING')
    expect(codeOf(await decide('refuse', { reason: '不符合' }))).toBe('CONSENT_MISSING')
  })

  it('is one decision for any number of taps', async () => {
    await inReview()
    const replies = await Promise.all([1, 2, 3].map(() => decide('approve', { from: '2026-11-22' })))
    expect(replies.map(codeOf)).toEqual(['accepted', 'accepted', 'accepted'])
    expect(await cloud.stored('determinations')).toHaveLength(1)
    expect(cloud.emulator.gateway.outbox.messages()).toHaveLength(1)
  })

  it('tells whoever applied', async () => {
    await inReview()
    accepted(await decide('return', { missing: ['户口簿'] }))
    expect(cloud.emulator.gateway.outbox.messages()).toEqual([
      expect.objectContaining({
        touser: 'o-daughter',
        page: `packages/benefits/application/index?applicationId=${APPLICATION}`,
        data: expect.objectContaining({ phrase4: { value: '要补材料' } }),
      }),
    ])
  })

  it('tells the elder herself where the clerk wrote it down', async () => {
    await apply('o-clerk', { channel: 'counter' })
    accepted(await take())
    accepted(await decide('approve'))
    expect(cloud.emulator.gateway.outbox.messages().map(({ touser }) => touser)).toEqual(['o-wang'])
  })

  describe('that approves', () => {
    it('changes the price from its first day on, and leaves what is booked', async () => {
      const meal = {
        sittingId: 'st-one_2026-11-23_lunch',
        elderId: 'e-wang',
        mode: 'dineIn',
        setId: 'greens',
      }
      const booked = accepted<MealOrder>(await cloud.as('o-daughter').call('meals.book', meal))
      expect((await quoteOn('2026-11-24')).undecided).toHaveLength(1)
      await inReview()
      accepted(await decide('approve', { from: '2026-11-23' }))

      expect((await quoteOn('2026-11-22')).elderPays).toBe(1800)
      expect(await quoteOn('2026-11-24')).toMatchObject({ elderPays: 1300, undecided: [] })
      expect(await cloud.one('mealOrders', booked.id)).toMatchObject({ elderPays: 1200, lines: booked.lines })
    })

    it('ends with its last day', async () => {
      await inReview()
      accepted(await decide('approve', { to: '2026-11-23' }))
      const prices = await Promise.all(['2026-11-22', '2026-11-23', '2026-11-24'].map(quoteOn))
      expect(prices.map(({ elderPays }) => elderPays)).toEqual([1300, 1300, 1800])
    })

    it('becomes a category with its papers and who saw them', async () => {
      await inReview()
      const application = accepted<Application>(
        await decide('approve', { from: '2026-11-22', to: '2027-11-21' }),
      )
      expect(application).toMatchObject({
        state: 'approved',
        from: '2026-11-22',
        to: '2027-11-21',
        objection: null,
      })
      const elder = await cloud.one('elders', 'e-wang')
      expect(elder?.categories).toEqual([
        { category: CATEGORY, from: '2026-11-22', to: '2027-11-21', evidence: '身份证', verifiedBy: '某人' },
      ])
      expect(elder?.notHeld).toEqual(extremelyPoor)
    })
  })

  describe('that refuses', () => {
    it('makes the answer a no with what to bring, and says how to object', async () => {
      const answer = async () =>
        (await by<Entitlements>('o-daughter', 'entitlements', { elderId: 'e-wang' })).answers[0]
      expect(await answer()).toMatchObject({ answer: 'unknown' })
      await inReview()
      const refused = accepted<Application>(await decide('refuse', { reason: '认定材料已经过期' }))
      expect(refused).toMatchObject({ state: 'refused', reason: '认定材料已经过期', from: null })
      expect(refused.objection).toContain('60 天')
      expect(await answer()).toMatchObject({ answer: 'no', bring: expect.arrayContaining(['身份证']) })
      expect((await quoteOn('2026-11-22')).undecided).toEqual([])
    })

    it('can be applied for again, and approved then', async () => {
      await inReview()
      accepted(await decide('refuse', { reason: '认定材料已经过期' }))
      await inReview()
      accepted(await decide('approve'))
      const elder = await cloud.one('elders', 'e-wang')
      expect(elder?.notHeld.map(({ category }) => category)).toEqual(['extremePoverty'])
      expect((await quoteOn('2026-11-22')).elderPays).toBe(1300)
    })
  })

  it('returned, completed and approved: every step is there, and so are all papers', async () => {
    await inReview()
    accepted(await decide('return', { missing: ['户口簿'], reason: '照片不清楚' }))
    expect(await by('o-daughter', 'application', wish())).toMatchObject({
      state: 'returned',
      missing: ['户口簿'],
      reason: '照片不清楚',
    })
    expect((await cloud.one('elders', 'e-wang'))?.categories).toEqual([])
    minutesLater(60 * 24 * 3)
    const documents = [await photo('o-daughter', { label: '户口簿' })]
    const again = await by('o-daughter', 'apply', { elderId: 'e-wang', category: CATEGORY, documents })
    expect(again).toMatchObject({
      state: 'submitted',
      missing: [],
      reason: null,
      reviewer: null,
      dueOn: '2026-12-08',
    })
    accepted(await take('o-supervisor'))
    accepted(await decide('approve', {}, 'o-supervisor'))
    const done = await by('o-daughter', 'application', wish())
    expect(done.history.map(({ state }) => state)).toEqual([
      'submitted',
      'inReview',
      'returned',
      'submitted',
      'inReview',
      'approved',
    ])
    expect(done.documents.map(({ label }) => label)).toEqual(['身份证', '户口簿'])
  })

  it('only ever adds determinations', async () => {
    await inReview()
    accepted(await decide('approve', { from: '2026-11-22', to: '2026-12-31' }))
    const [first] = await cloud.stored('determinations')
    await inReview()
    accepted(await decide('approve', { from: '2027-01-01' }))
    await inReview()
    accepted(await decide('refuse', { reason: '不再符合' }))
    const all = (await cloud.stored('determinations')).sort((a, b) => (a.at < b.at ? -1 : 1))
    expect(all.map(({ verdict, from, to }) => [verdict, from, to])).toEqual([
      ['approve', '2026-11-22', '2026-12-31'],
      ['approve', '2027-01-01', null],
      ['refuse', null, null],
    ])
    expect(all.every(({ applicationId }) => applicationId === APPLICATION)).toBe(true)
    expect(all[0]).toEqual(first)
  })

  it('renews what is held: the old span ends the day before the new one begins', async () => {
    await inReview()
    accepted(await decide('approve', { from: '2026-11-22' }))
    await inReview()
    accepted(await decide('approve', { from: '2026-11-24', to: '2026-12-31' }))
    const spans = (await cloud.one('elders', 'e-wang'))?.categories.map(({ from, to }) => [from, to])
    expect(spans).toEqual([
      ['2026-11-22', '2026-11-23'],
      ['2026-11-24', '2026-12-31'],
    ])
  })
})

describe('photos of an application', () => {
  const nightAfter = async (date: string) => {
    cloud.emulator.clock.set(new Date(`${date}T18:30:00Z`)) // half past two in the night after
    await cloud.emulator.timers.fire('scheduler', 'sweep')
  }

  it('are taken away ninety days after the decision; what was decided stays', async () => {
    await inReview()
    accepted(await decide('approve'))
    expect(cloud.files()).toHaveLength(1)
    await nightAfter('2027-02-18')
    expect(cloud.files()).toHaveLength(1)
    await nightAfter('2027-02-20')
    expect(cloud.files()).toEqual([])
    expect(await stored()).toMatchObject({
      hasPhotos: false,
      state: 'approved',
      documents: [{ label: '身份证', fileId: null }],
    })
    expect(await cloud.stored('determinations')).toHaveLength(1)
  })

  it('stay while nobody has decided', async () => {
    await apply()
    await nightAfter('2027-02-20')
    expect(cloud.files()).toHaveLength(1)
    expect((await stored())?.hasPhotos).toBe(true)
  })

  it('go after two days where nobody has applied with them, and only those', async () => {
    await photo()
    await apply()
    expect(cloud.files()).toHaveLength(2)
    await nightAfter('2026-11-24')
    const papers = (await stored())?.documents.map(({ fileId }) => fileId?.split('/').slice(3).join('/'))
    expect(cloud.files()).toEqual(papers)
    expect(await cloud.stored('uploads')).toEqual([])
  })

  it('go after a refusal and a withdrawal alike', async () => {
    await inReview()
    accepted(await decide('refuse', { reason: '不符合' }))
    await nightAfter('2027-02-20')
    expect(cloud.files()).toEqual([])
    await begin()
    await apply()
    accepted(await call('o-daughter', 'withdraw', wish()))
    await nightAfter('2027-02-20')
    expect(cloud.files()).toEqual([])
  })

  it('are counted anew where she has applied again', async () => {
    await inReview()
    accepted(await decide('refuse', { reason: '不符合' }))
    cloud.emulator.clock.set(new Date('2027-02-10T02:00:00Z'))
    await apply()
    await nightAfter('2027-02-20')
    expect((await stored())?.documents.every(({ fileId }) => fileId !== null)).toBe(true)
    expect((await stored())?.hasPhotos).toBe(true)
  })
})

it('is one person’s: of a couple each applies by themselves', async () => {
  const husband = anElder({ id: 'e-zhao', name: '赵国强', openid: 'o-zhao', categories: [] })
  await begin({ elders: [wanting, husband, chen] })
  await inReview()
  accepted(await decide('approve'))
  expect((await cloud.one('elders', 'e-zhao'))?.categories).toEqual([])
})
