import type { ElderRecord } from '../../../cloudfunctions/_domain/people/records'
import { triggers } from '../../../cloudfunctions/scheduler/config.json'
import type { Application, NewDocument, ReviewRow } from '../../../types/eligibility/applications'
import type { Entitlements } from '../../../types/eligibility/entitlements'
import type { MealOrder } from '../../../types/meals/orders'
import type { Price } from '../../../types/meals/prices'
import { applicationMoves } from '../../../types/states'
import {
  aMember,
  anApplication,
  anElder,
  aRelation,
  aRelative,
  aSitting,
  extremelyPoor,
  NOW,
} from '../../domain/builders'
import { upload } from '../../emulator/wire/storage-sdk'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'

const CATEGORY = 'basicCareRecipient'
const APPLICATION = `e-wang_${CATEGORY}`
const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex')

let cloud: TestCloud
let log: jest.SpyInstance
beforeAll(async () => {
  log = jest.spyOn(console, 'log').mockImplementation(() => {})
  cloud = await aCloud({
    triggers: triggers.map(({ name, config }) => ({ functionName: 'scheduler', name, config })),
  })
})
beforeEach(() => begin())
afterAll(async () => {
  log.mockRestore()
  await cloud.close()
})

/** Of whom nobody knows whether she is a basic care recipient; of the rest it is known that she is nothing. */
const wanting: ElderRecord = {
  ...wang,
  categories: [],
  askedOn: null,
  notHeld: extremelyPoor,
}
const days = ['2026-11-22', '2026-11-23', '2026-11-24'].map((date) =>
  aSitting({
    id: `st-one_${date}_lunch`,
    date,
    startsAt: `${date}T03:30:00.000Z`,
    cutoffAt: `${date}T01:00:00.000Z`,
    cancelUntil: `${date}T01:00:00.000Z`,
  }),
)
const begin = (own: Stock = {}, now = NOW) =>
  cloud.restock(aNeighbourhood({ elders: [wanting, chen], sittings: days, ...own }), now)
const call = (openid: string | null, action: string, input: object) =>
  cloud.as(openid).call(`eligibility.${action}`, input)
const by = async <T = Application>(openid: string, action: string, input: object) =>
  accepted<T>(await call(openid, action, input))
const codeBy = async (openid: string, action: string, input: object) =>
  codeOf(await call(openid, action, input))
const minutesLater = (minutes: number) =>
  cloud.emulator.clock.set(new Date(cloud.emulator.clock.now().getTime() + minutes * 60_000))
const everything = () => cloud.emulator.engine.dump()

/** Asks for a place, and puts a photo there as the phone does. */
async function photo(
  openid = 'o-daughter',
  { label = '身份证', elderId = 'e-wang' } = {},
): Promise<NewDocument> {
  const { path } = await by<{ path: string }>(openid, 'startDocument', { elderId })
  const { json } = await upload(cloud.emulator.url, path, { body: JPEG, openid })
  return { path, fileId: json.fileID, label }
}
async function apply(openid = 'o-daughter', own: object = {}): Promise<Application> {
  const documents = [await photo(openid)]
  return by(openid, 'apply', { elderId: 'e-wang', category: CATEGORY, documents, ...own })
}
const wish = (own: object = {}) => ({ applicationId: APPLICATION, ...own })
const take = (openid = 'o-coordinator') => call(openid, 'take', wish())
const decide = (verdict: string, own: object = {}, openid = 'o-coordinator') =>
  call(openid, 'decide', wish({ verdict, ...own }))
/** Applied for, and taken into review by the coordinator. */
async function inReview(): Promise<void> {
  await apply()
  accepted(await take())
}
const stored = () => cloud.one('applications', APPLICATION)
const quoteOn = async (date: string) => {
  const meal = { sittingId: `st-one_${date}_lunch`, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
  return accepted<Price>(await cloud.as('o-daughter').call('meals.quote', meal))
}

describe('eligibility.startDocument', () => {
  it('gives out a place below the elder’s own folder, another one for each photo', async () => {
    const paths = [await photo(), await photo()].map(({ path }) => path)
    expect(paths[0]).toMatch(/^applications\/e-wang\/[0-9a-f]{16}\.jpg$/)
    expect(new Set(paths).size).toBe(2)
    expect(cloud.files().sort()).toEqual([...paths].sort())
  })

  it('gives the same place for the same wish', async () => {
    const ask = () =>
      by<{ path: string }>('o-daughter', 'startDocument', { elderId: 'e-wang', key: 'key-of-one-photo' })
    expect(await ask()).toEqual(await ask())
    expect(await cloud.stored('uploads')).toHaveLength(1)
  })

  it.each(['o-viewer', 'o-health', 'o-stranger', 'o-other-clerk', 'o-coordinator', 'o-supervisor'])(
    'is not for %s',
    async (openid) => {
      expect(await codeBy(openid, 'startDocument', { elderId: 'e-wang' })).toBe('FORBIDDEN')
      expect(await cloud.stored('uploads')).toEqual([])
    },
  )

  it('needs her yes to the use of her categories', async () => {
    await begin({ elders: [{ ...wanting, consents: { ...wanting.consents, category: null } }, chen] })
    for (const openid of ['o-wang', 'o-daughter', 'o-clerk'])
      expect(await codeBy(openid, 'startDocument', { elderId: 'e-wang' })).toBe('CONSENT_MISSING')
    expect(await cloud.stored('uploads')).toEqual([])
  })
})

describe('eligibility.isHeld', () => {
  it.each([
    ['an open end', null, true],
    ['an end far off', '2027-11-21', true],
    ['an end that is near', '2026-12-10', false],
    ['an end that has passed', '2026-11-20', false],
  ])('says to a daughter what applying would: held with %s', async (_end, to, isHeld) => {
    const held = { category: CATEGORY, from: '2026-01-01', to, evidence: '证', verifiedBy: '张静' } as const
    await begin({ elders: [{ ...wang, categories: [held] }, chen] })
    expect(await by('o-daughter', 'isHeld', { elderId: 'e-wang', category: CATEGORY })).toEqual({ isHeld })
  })

  it('is for nobody who may not apply', async () => {
    const wish = { elderId: 'e-wang', category: CATEGORY }
    for (const openid of ['o-viewer', 'o-health', 'o-stranger', 'o-volunteer'])
      expect(await codeBy(openid, 'isHeld', wish)).toBe('FORBIDDEN')
  })
})

describe('eligibility.apply', () => {
  it.each([
    ['o-wang', {}, { role: 'elder', channel: 'app' }],
    ['o-daughter', {}, { role: 'family', relation: 'daughter', channel: 'app' }],
    ['o-clerk', { channel: 'counter' }, { role: 'clerk', channel: 'counter' }],
    ['o-clerk', { channel: 'phone' }, { role: 'clerk', channel: 'phone' }],
    ['o-daughter', { channel: 'counter' }, { role: 'family', channel: 'app' }], // only staff write down how somebody else asked
  ])('is open to %s with %j', async (openid, own, actor) => {
    const application = await apply(openid, { ...own, note: '请尽快' })
    expect(application).toMatchObject({
      id: APPLICATION,
      state: 'submitted',
      category: CATEGORY,
      note: '请尽快',
      by: actor,
      reviewer: null,
      dueOn: '2026-12-04',
      isOverdue: false,
      documents: [{ label: '身份证' }],
      history: [{ state: 'submitted', by: actor }],
    })
    expect(JSON.stringify(application)).not.toContain('cloud://')
    expect((await stored())?.hasPhotos).toBe(true)
  })

  it('is open to a guardian', async () => {
    const documents = [await photo('o-guardian', { elderId: 'e-chen' })]
    const application = await by('o-guardian', 'apply', { elderId: 'e-chen', category: CATEGORY, documents })
    expect(application).toMatchObject({ id: `e-chen_${CATEGORY}`, by: { relation: 'guardian' } })
  })

  it('is not for others', async () => {
    const documents = [await photo()]
    const wish = { elderId: 'e-wang', category: CATEGORY, documents }
    for (const openid of [
      'o-viewer',
      'o-health',
      'o-stranger',
      'o-other-clerk',
      'o-coordinator',
      'o-volunteer',
    ])
      expect(await codeBy(openid, 'apply', wish)).toBe('FORBIDDEN')
    expect(await cloud.stored('applications')).toEqual([])
  })

  it('needs her yes to the use of her categories', async () => {
    const documents = [await photo()]
    await begin({ elders: [{ ...wanting, consents: { ...wanting.consents, category: null } }, chen] })
    expect(await codeBy('o-daughter', 'apply', { elderId: 'e-wang', category: CATEGORY, documents })).toBe(
      'CONSENT_MISSING',
    )
  })

  describe('takes only photos that this caller put where they were told to', () => {
    const refused = async (documents: NewDocument[], openid = 'o-daughter') => {
      const before = await everything()
      const reply = await call(openid, 'apply', { elderId: 'e-wang', category: CATEGORY, documents })
      expect(codeOf(reply)).toBe('DOCUMENT_MISSING')
      expect(await everything()).toEqual(before)
    }

    it('not none at all', () => refused([]))

    it('not somebody else’s, not even of the same elder', async () => {
      await refused([await photo('o-wang')])
      await refused([await photo('o-clerk')])
    })

    it('not those of another elder', async () => {
      const both = [...(aNeighbourhood().accounts ?? []).filter(({ id }) => id !== 'o-daughter')]
      const daughter = aRelative('o-daughter', wang)
      daughter.relations.push(...aRelative('o-daughter', chen).relations)
      await begin({
        accounts: [...both, daughter],
        relations: [aRelation(wang, 'o-daughter'), aRelation(chen, 'o-daughter')],
      })
      await refused([await photo('o-daughter', { elderId: 'e-chen' })])
    })

    it('not one that never arrived', async () => {
      const arrived = await photo()
      const { path } = await by<{ path: string }>('o-daughter', 'startDocument', { elderId: 'e-wang' })
      const lost = { path, fileId: arrived.fileId.replace(arrived.path, path), label: '户口簿' }
      await refused([lost])
      await refused([arrived, lost])
    })

    it('not one under a path that was never given out', async () => {
      const path = 'applications/e-wang/made-up-by-somebody.jpg'
      const { json } = await upload(cloud.emulator.url, path, { body: JPEG, openid: 'o-daughter' })
      await refused([{ path, fileId: json.fileID, label: '身份证' }])
    })

    it.each([
      ['of a foreign environment', (id: string) => id.replace('local-1.', 'other-1.')],
      ['of an environment whose name begins alike', (id: string) => id.replace('local-1.', 'local-12.')],
      ['of another bucket', (id: string) => id.replace('6c6f', '6c6e')],
      ['that names another file', (id: string) => id.replace(/[0-9a-f]{16}/, '0123456789abcdef')],
    ])('not one with a file id %s', async (_, forge) => {
      const one = await photo()
      await refused([{ ...one, fileId: forge(one.fileId) }])
    })

    it('not one whose path leads elsewhere', async () => {
      const one = await photo()
      for (const path of ['applications/../secrets/a.jpg', 'settlements/quiet/a.jpg', `${one.path}/x`])
        expect(
          await codeBy('o-daughter', 'apply', {
            elderId: 'e-wang',
            category: CATEGORY,
            documents: [{ ...one, path }],
          }),
        ).toBe('BAD_INPUT')
    })
  })

  it('takes six photos, not seven', async () => {
    const documents = await Promise.all([1, 2, 3, 4, 5, 6, 7].map(() => photo()))
    const applying = { elderId: 'e-wang', category: CATEGORY }
    expect(await codeBy('o-daughter', 'apply', { ...applying, documents })).toBe('BAD_INPUT')
    expect(
      (await by('o-daughter', 'apply', { ...applying, documents: documents.slice(1) })).documents,
    ).toHaveLength(6)
  })

  it('refuses a category that no policy of the district asks for', async () => {
    const documents = [await photo()]
    expect(
      await codeBy('o-daughter', 'apply', { elderId: 'e-wang', category: 'leftBehind', documents }),
    ).toBe('NOT_OFFERED')
    expect(
      await codeBy('o-daughter', 'apply', { elderId: 'e-wang', category: 'own-made-up', documents }),
    ).toBe('NOT_OFFERED')
  })

  it('is one application for any number of taps', async () => {
    const documents = [await photo()]
    const input = { elderId: 'e-wang', category: CATEGORY, documents }
    const replies = await Promise.all([1, 2, 3, 4].map(() => call('o-daughter', 'apply', input)))
    expect(replies.map(codeOf)).toEqual(replies.map(() => 'accepted'))
    expect((await stored())?.history).toHaveLength(1)
    expect(await cloud.stored('applications')).toHaveLength(1)
  })

  it('refuses a second one while the first is under way, whoever sends it', async () => {
    await apply()
    const documents = [await photo('o-wang')]
    const input = { elderId: 'e-wang', category: CATEGORY, documents }
    expect(await codeBy('o-wang', 'apply', input)).toBe('ALREADY_APPLIED')
    accepted(await take())
    expect(await codeBy('o-wang', 'apply', input)).toBe('ALREADY_APPLIED')
    expect((await stored())?.by.role).toBe('family')
  })

  it.each([
    ['on a Saturday', '2026-11-21T00:00:00Z', '2026-12-04'],
    ['on a Monday', '2026-11-23T00:00:00Z', '2026-12-07'],
    ['late in the evening of a Monday', '2026-11-23T15:50:00Z', '2026-12-07'],
    ['before the autumn holidays and a working Saturday', '2026-09-24T02:00:00Z', '2026-10-15'],
    ['before New Year, when the next calendar is not known', '2026-12-24T02:00:00Z', '2027-01-07'],
  ])('is due ten workdays after it was sent %s', async (_, instant, dueOn) => {
    await begin({}, new Date(instant))
    expect((await apply()).dueOn).toBe(dueOn)
  })

  it('is overdue from the day after', async () => {
    await apply()
    const overdueAt = async (instant: string) => {
      cloud.emulator.clock.set(new Date(instant))
      return (await by('o-daughter', 'application', wish())).isOverdue
    }
    expect(await overdueAt('2026-12-04T15:50:00Z')).toBe(false)
    expect(await overdueAt('2026-12-04T16:00:00Z')).toBe(true)
  })
})

describe('eligibility.applications and application', () => {
  type Listed = { applications: Application[] }

  it('show those around her how far it is, and nobody else', async () => {
    await apply()
    for (const openid of ['o-wang', 'o-daughter', 'o-clerk']) {
      expect((await by<Listed>(openid, 'applications', { elderId: 'e-wang' })).applications).toHaveLength(1)
      expect(await codeBy(openid, 'application', wish())).toBe('accepted')
    }
    for (const openid of ['o-coordinator', 'o-supervisor'])
      expect(await codeBy(openid, 'application', wish())).toBe('accepted')
    for (const openid of ['o-viewer', 'o-stranger', 'o-other-clerk', 'o-other-coordinator', 'o-volunteer'])
      expect(await codeBy(openid, 'application', wish())).toBe('FORBIDDEN')
    expect(await codeBy('o-daughter', 'application', wish({ applicationId: 'e-wang_none' }))).toBe(
      'NOT_FOUND',
    )
  })

  it('show a relative what they sent in themselves, not what another one did', async () => {
    const son = aRelative('o-son', wang, ['view', 'order'], 'son')
    await begin({ accounts: [...(aNeighbourhood().accounts ?? []), son] })
    await apply()
    expect(await codeBy('o-son', 'application', wish())).toBe('FORBIDDEN')
    expect((await by<Listed>('o-son', 'applications', { elderId: 'e-wang' })).applications).toEqual([])
    expect(await codeBy('o-son', 'withdraw', wish())).toBe('FORBIDDEN')
  })
})

describe('eligibility.withdraw', () => {
  it('takes it back until it is decided, once', async () => {
    await inReview()
    expect((await by('o-wang', 'withdraw', wish())).state).toBe('withdrawn')
    expect((await by('o-daughter', 'withdraw', wish())).state).toBe('withdrawn')
    expect((await stored())?.history).toHaveLength(3)
    expect(codeOf(await decide('approve'))).toBe('WRONG_STATE')
  })

  it('is too late after the decision', async () => {
    await inReview()
    accepted(await decide('approve'))
    expect(await codeBy('o-daughter', 'withdraw', wish())).toBe('WRONG_STATE')
  })

  it('lets her apply again', async () => {
    await apply()
    accepted(await call('o-daughter', 'withdraw', wish()))
    expect(await apply()).toMatchObject({ state: 'submitted', documents: [{ label: '身份证' }] })
  })
})

describe('eligibility.reviews', () => {
  const listed = async (openid: string, own: object = {}) =>
    (await by<ReviewRow[]>(openid, 'reviews', { state: 'submitted', ...own })).map(({ id }) => id)

  it('lists the towns of a coordinator and the district of a supervisor, the first due first', async () => {
    await begin({
      applications: [
        anApplication({ id: 'late', dueOn: '2026-12-09' }),
        anApplication({ id: 'early', dueOn: '2026-12-01' }),
        anApplication({ id: 'west', townId: 't-west', dueOn: '2026-12-04' }),
        anApplication({ id: 'taken', state: 'inReview' }),
        anApplication({ id: 'noisy', district: 'noisy', townId: 't-noisy' }),
      ],
    })
    expect(await listed('o-coordinator')).toEqual(['early', 'late'])
    expect(await listed('o-other-coordinator')).toEqual(['west'])
    expect(await listed('o-supervisor')).toEqual(['early', 'west', 'late'])
    expect(await listed('o-supervisor', { state: 'inReview' })).toEqual(['taken'])
    for (const openid of ['o-clerk', 'o-manager', 'o-daughter', 'o-volunteer'])
      expect(await codeBy(openid, 'reviews', { state: 'submitted' })).toBe('FORBIDDEN')
  })
})

describe('eligibility.take', () => {
  const colleague = () => ({
    accounts: [...(aNeighbourhood().accounts ?? []), aMember('o-colleague', 'coordinator', 't-east')],
  })

  it('gives it to one of two coordinators, who may tap twice', async () => {
    await begin(colleague())
    await apply()
    const replies = await Promise.all([
      take('o-coordinator'),
      take('o-colleague'),
      take('o-coordinator'),
      take('o-colleague'),
    ])
    expect(replies.map(codeOf).sort()).toEqual(['WRONG_STATE', 'WRONG_STATE', 'accepted', 'accepted'])
    expect((await stored())?.history.map(({ state }) => state)).toEqual(['submitted', 'inReview'])
  })

  it('lets the supervisor go on in place of a coordinator, who cannot decide any more then', async () => {
    await inReview()
    accepted(await take('o-supervisor'))
    expect(codeOf(await decide('approve'))).toBe('WRONG_STATE')
    expect(await codeBy('o-coordinator', 'documents', wish())).toBe('WRONG_STATE')
    expect(codeOf(await take('o-coordinator'))).toBe('WRONG_STATE')
    expect(codeOf(await decide('approve', {}, 'o-supervisor'))).toBe('accepted')
  })

  it('lets a colleague go on with what is overdue', async () => {
    await begin(colleague())
    await inReview()
    cloud.emulator.clock.set(new Date('2026-12-04T15:50:00Z'))
    expect(codeOf(await take('o-colleague'))).toBe('WRONG_STATE')
    cloud.emulator.clock.set(new Date('2026-12-04T16:00:00Z'))
    expect(codeOf(await take('o-colleague'))).toBe('accepted')
  })

  it.each(['o-other-coordinator', 'o-clerk', 'o-manager', 'o-daughter', 'o-volunteer'])(
    'is not for %s',
    async (openid) => {
      await apply()
      expect(codeOf(await take(openid))).toBe('FORBIDDEN')
      expect((await stored())?.state).toBe('submitted')
    },
  )

  describe('by somebody who is near', () => {
    const coordinator = aMember('o-near', 'coordinator', 't-east').memberships
    const near: [string, () => Stock['accounts']][] = [
      [
        'a relative, who may only look',
        () => [{ ...aRelative('o-near', wang, ['view']), memberships: coordinator }],
      ],
      [
        'the elder herself',
        () => [
          {
            ...aMember('o-near', 'coordinator', 't-east'),
            self: {
              elderId: 'e-wang',
              name: wang.name,
              politeName: '王奶奶',
              place: wang.place,
              stationId: wang.stationId,
              diedOn: null,
            },
          },
        ],
      ],
    ]
    it.each(near)('is refused: %s', async (_, own) => {
      await begin({ accounts: [...(aNeighbourhood().accounts ?? []), ...(own() ?? [])] })
      await apply()
      expect(codeOf(await take('o-near'))).toBe('OWN_APPLICATION')
      accepted(await take())
      expect(await codeBy('o-near', 'documents', wish())).toBe('OWN_APPLICATION')
      expect(codeOf(await decide('approve', {}, 'o-near'))).toBe('OWN_APPLICATION')
      expect((await stored())?.state).toBe('inReview')
    })

    it('is refused to the clerk who sent it in and coordinates the town too', async () => {
      const clerk = aMember('o-near', 'clerk', 'st-one')
      clerk.memberships.push(...coordinator)
      await begin({ accounts: [...(aNeighbourhood().accounts ?? []), clerk] })
      await apply('o-near', { channel: 'counter' })
      expect(codeOf(await take('o-near'))).toBe('OWN_APPLICATION')
      expect(codeOf(await take())).toBe('accepted')
    })
  })
})

describe('eligibility.documents', () => {
  interface Shown {
    label: string
    link: string | null
  }
  const look = (openid = 'o-coordinator') => by<Shown[]>(openid, 'documents', wish())

  it('shows the photos to the reviewer who took it, for five minutes, and writes that down', async () => {
    await inReview()
    const [shown] = await look()
    expect(shown?.label).toBe('身份证')
    const opened = await fetch(shown?.link ?? '')
    expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(Buffer.from(await opened.arrayBuffer())).toEqual(JPEG)
    const looks = (await cloud.stored('auditLog')).filter(({ action }) => action === 'eligibility.documents')
    expect(looks).toEqual([
      expect.objectContaining({ openid: 'o-coordinator', elderId: 'e-wang', ref: APPLICATION }),
    ])

    minutesLater(4.5)
    expect((await fetch(shown?.link ?? '')).status).toBe(200)
    minutesLater(1)
    expect((await fetch(shown?.link ?? '')).status).toBe(403)
  })

  it('shows nothing any more once it is decided', async () => {
    await inReview()
    accepted(await decide('approve'))
    expect(await codeBy('o-coordinator', 'documents', wish())).toBe('WRONG_STATE')
  })

  it('shows nothing to anybody before it is taken, and to no other reviewer after', async () => {
    await apply()
    for (const openid of ['o-coordinator', 'o-supervisor'])
      expect(await codeBy(openid, 'documents', wish())).toBe('WRONG_STATE')
    accepted(await take())
    expect(await codeBy('o-supervisor', 'documents', wish())).toBe('WRONG_STATE')
    for (const openid of ['o-daughter', 'o-wang', 'o-clerk', 'o-other-coordinator'])
      expect(await codeBy(openid, 'documents', wish())).toBe('FORBIDDEN')
  })
})

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

describe('an act that the table of states does not name', () => {
  const acts = {
    take: () => take(),
    decide: () => decide('approve'),
    withdraw: () => call('o-daughter', 'withdraw', wish()),
  }
  const allowed = {
    take: applicationMoves.take.from,
    decide: applicationMoves.approve.from,
    withdraw: applicationMoves.withdraw.from,
  }
  const states = ['submitted', 'inReview', 'returned', 'approved', 'refused', 'withdrawn'] as const
  const pairs = states.flatMap((state) =>
    (['take', 'decide', 'withdraw'] as const).map((act) => [act, state] as const),
  )

  it.each(pairs)('%s of one that is %s', async (act, state) => {
    await inReview()
    const one = await stored()
    if (!one) throw new Error('it was sent')
    const isDone = { take: 'inReview', decide: 'approved', withdraw: 'withdrawn' }[act] === state
    await begin({ applications: [{ ...one, state, from: state === 'approved' ? '2026-11-21' : null }] })
    const before = await everything()
    const reply = await acts[act]()
    const isAllowed = isDone || (allowed[act] as readonly string[]).includes(state)
    expect(codeOf(reply)).toBe(isAllowed ? 'accepted' : 'WRONG_STATE')
    if (!isAllowed || isDone) expect(await everything()).toEqual(before)
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
    expect(cloud.files()).toEqual((await stored())?.documents.map(({ path }) => path))
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
