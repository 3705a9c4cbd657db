import type { Application, NewDocument } from '../../../types/eligibility/applications'
import { aRelation, aRelative } from '../../domain/builders'
import { upload } from '../../emulator/wire/storage-sdk'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'
import { APPLICATION, applicationsOf, CATEGORY, JPEG, wanting, wish } from './applications'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => begin())
afterAll(() => cloud.close())

const { begin, call, by, codeBy, photo, apply, take, decide, inReview, stored, everything } = applicationsOf(
  () => cloud,
)

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
    [
      'before New Year, which is free by law although nobody has announced it',
      '2026-12-24T02:00:00Z',
      '2027-01-08',
    ],
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
