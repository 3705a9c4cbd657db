import { addDays } from '#types/days'
import type { CollectionName } from '../../../cloudfunctions/_domain/documents'
import { ApplicationRecord, DeterminationRecord } from '../../../cloudfunctions/_domain/eligibility/records'
import { MismatchNightRecord } from '../../../cloudfunctions/_domain/integrity/records'
import { MenuRecord } from '../../../cloudfunctions/_domain/meals/planning/records'
import {
  MealOrderRecord,
  SittingRecord,
  SubsidyUseRecord,
} from '../../../cloudfunctions/_domain/meals/records'
import { MessageRecord } from '../../../cloudfunctions/_domain/messages/records'
import {
  ConsentRecord,
  InvitationRecord,
  RelationRecord,
  TriesRecord,
} from '../../../cloudfunctions/_domain/people/circle/records'
import { ERASED } from '../../../cloudfunctions/_domain/people/elders/forgetting'
import { AuditRecord, DayCountRecord } from '../../../cloudfunctions/_domain/people/records'
import { MembershipRecord } from '../../../cloudfunctions/_domain/people/staff/records'
import {
  FlagRecord,
  ServedDayRecord,
  SettlementEntryRecord,
} from '../../../cloudfunctions/_domain/settlement/records'
import { AwaitedVisitRecord, VisitRecord } from '../../../cloudfunctions/_domain/visits/records'
import collections from '../../../cloudfunctions/collections.json'
import {
  aConsentLine,
  aFlag,
  aMembership,
  aMessage,
  aMismatchNight,
  anApplication,
  anAuditLine,
  anElder,
  anEntry,
  anInvitation,
  anOrder,
  aRelation,
  aSitting,
  aVisit,
  DISTRICT,
  idNumberOf,
  LUNCH,
  NOW,
  TODAY,
} from '../../domain/builders'
import { aMenu } from '../../domain/meals/planning/a-plan'
import { aCloud, accepted, codeOf, nightly, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood, wang } from '../neighbourhood'
import { watchQuestions } from '../questions'

const CODE = 'first-supervisor-of-quiet'

const unserved = watchQuestions()
let cloud: TestCloud
let log: jest.SpyInstance
beforeAll(async () => {
  cloud = await aCloud({
    triggers: nightly,
    variables: { FIRST_SUPERVISOR: CODE, DISTRICT },
  })
  log = jest.spyOn(console, 'log').mockImplementation(() => {})
})
beforeEach(() => log.mockClear())
afterAll(async () => {
  log.mockRestore()
  await cloud.close()
})

const fire = () => cloud.emulator.timers.fire('scheduler', 'sweep')
const everything = () => cloud.emulator.engine.dump()

interface Spec {
  retainDays?: number
  retainBy?: string
}
const specs = Object.entries(collections) as [CollectionName, Spec][]
const kept = specs.filter(([, spec]) => spec.retainDays !== undefined)

const ofWang = { district: DISTRICT, elderId: 'e-wang' }
const determined = {
  ...ofWang,
  applicationId: 'e-wang_basicCareRecipient',
  category: 'basicCareRecipient' as const,
  verdict: 'refuse' as const,
  from: null,
  to: null,
  evidence: ['身份证'],
  missing: [],
  reason: '不符合',
  by: '某人',
}

/** What has a term, as it is kept; a collection that gets one needs a line here. */
const records: Record<string, { shape: object; at(id: string, date: string, instant: string): Stock }> = {
  invitations: {
    shape: InvitationRecord.shape,
    at: (id, _, expiresAt) => ({ invitations: [anInvitation({ id, expiresAt })] }),
  },
  relations: {
    shape: RelationRecord.shape,
    at: (id, _, endedAt) => ({ relations: [aRelation(wang, 'o-kin', { id, state: 'revoked', endedAt })] }),
  },
  consents: {
    shape: ConsentRecord.shape,
    at: (id, _, endedAt) => ({ consents: [aConsentLine({ id, endedAt })] }),
  },
  memberships: {
    shape: MembershipRecord.shape,
    at: (id, _, endedAt) => ({ memberships: [aMembership({ id, state: 'ended', endedAt })] }),
  },
  dayCounts: {
    shape: DayCountRecord.shape,
    at: (id, date) => ({ dayCounts: [{ id, date, count: 1 }] }),
  },
  tries: { shape: TriesRecord.shape, at: (id, _, from) => ({ tries: [{ id, from, count: 1 }] }) },
  menus: { shape: MenuRecord.shape, at: (id, week) => ({ menus: [{ ...aMenu(week), id }] }) },
  sittings: { shape: SittingRecord.shape, at: (id, date) => ({ sittings: [aSitting({ id, date })] }) },
  mealOrders: { shape: MealOrderRecord.shape, at: (id, date) => ({ mealOrders: [anOrder({ id, date })] }) },
  subsidyUses: {
    shape: SubsidyUseRecord.shape,
    at: (id, period) => ({ subsidyUses: [{ ...ofWang, id, period, uses: [], denied: [], meals: [] }] }),
  },
  servedDays: {
    shape: ServedDayRecord.shape,
    at: (id, date) => ({ servedDays: [{ ...ofWang, id, date, served: [] }] }),
  },
  settlementEntries: {
    shape: SettlementEntryRecord.shape,
    at: (id, date) => ({ settlementEntries: [anEntry({ id, date })] }),
  },
  flags: { shape: FlagRecord.shape, at: (id, date) => ({ flags: [aFlag({ id, date })] }) },
  applications: {
    shape: ApplicationRecord.shape,
    at: (id, _, decidedAt) => ({
      applications: [anApplication({ id, decidedAt, state: 'refused', hasPhotos: false })],
    }),
  },
  determinations: {
    shape: DeterminationRecord.shape,
    at: (id, _, at) => ({ determinations: [{ ...determined, id, at }] }),
  },
  messages: { shape: MessageRecord.shape, at: (id, _, at) => ({ messages: [aMessage({ id, at })] }) },
  visits: { shape: VisitRecord.shape, at: (id, date) => ({ visits: [aVisit({ id, date })] }) },
  awaitedVisits: {
    shape: AwaitedVisitRecord.shape,
    at: (id, _, at) => ({ awaitedVisits: [{ id, at, district: DISTRICT, visitId: 'v-1' }] }),
  },
  mismatches: {
    shape: MismatchNightRecord.shape,
    at: (id, date) => ({ mismatches: [aMismatchNight({ id, date })] }),
  },
  auditLog: { shape: AuditRecord.shape, at: (id, _, at) => ({ auditLog: [anAuditLine({ id, at })] }) },
}

describe('collections.json', () => {
  it('keeps for a time exactly what is known here', () => {
    expect(kept.map(([name]) => name).sort()).toEqual(Object.keys(records).sort())
  })

  it.each(kept)('counts the term of %s from a field that its records have', (name, { retainBy }) => {
    expect(Object.keys(records[name]?.shape ?? {})).toContain(retainBy)
  })

  it('names no field to count from without a term', () => {
    expect(
      specs.filter(([, spec]) => (spec.retainBy === undefined) !== (spec.retainDays === undefined)),
    ).toEqual([])
  })
})

describe('the nightly sweep', () => {
  it.each(kept)('takes from %s what is older than its term, to the day', async (name, { retainDays = 0 }) => {
    const oldest = addDays(TODAY, -retainDays)
    const before = addDays(oldest, -1)
    const at = records[name]?.at
    if (!at) throw new Error(`${name} has no record here`)
    const stocks: Record<string, object[] | undefined>[] = [
      at('day-before', before, `${before}T15:59:59.999Z`), // a day ends at 16:00 UTC in Shanghai
      at('the-day', oldest, `${before}T16:00:00.000Z`),
      at('today', TODAY, NOW.toISOString()),
    ]
    await cloud.restock({ [name]: stocks.flatMap((stock) => stock[name] ?? []) } as Stock)
    expect(await fire()).toEqual({ state: 'succeeded' })
    expect((await cloud.stored(name)).map(({ id }) => id).sort()).toEqual(['the-day', 'today'])
  })

  it('takes nothing from what has no term or has not ended, however old', async () => {
    const inForce = ['relations', 'memberships']
    const ever = Object.entries(aNeighbourhood()).filter(
      ([name]) => !(name in records) || inForce.includes(name),
    )
    await cloud.restock(
      { ...Object.fromEntries(ever), consents: [aConsentLine({ at: '1999-01-01T00:00:00.000Z' })] },
      new Date('2066-01-01T00:00:00Z'),
    )
    const before = await everything()
    expect(Object.keys(before)).toEqual(expect.arrayContaining(['elders', 'accounts', 'consents', 'cards']))
    expect(await fire()).toEqual({ state: 'succeeded' })
    expect(await everything()).toEqual(before)
  })

  it('runs at half past two at night, once for all nights that were missed', async () => {
    const night = new Date('2026-11-21T18:29:00Z')
    await cloud.restock({ tries: [{ id: 'o-old', from: '2026-11-01T00:00:00.000Z', count: 3 }] }, night)
    await cloud.emulator.setClock(new Date('2026-11-21T18:29:30Z'))
    expect(await cloud.stored('tries')).toHaveLength(1)
    await cloud.emulator.setClock(new Date('2026-12-01T00:00:00Z'))
    expect(await cloud.stored('tries')).toEqual([])
    expect(log).toHaveBeenCalledTimes(1)
  })

  it('tells how much it took and of whom nothing', async () => {
    await cloud.restock({ tries: [{ id: 'o-old', from: '2026-11-01T00:00:00.000Z', count: 3 }] })
    await fire()
    expect(log.mock.calls.map(([line]) => JSON.parse(line))).toEqual([
      expect.objectContaining({ what: 'scheduler done', tries: 1, auditLog: 0 }),
    ])
    expect(JSON.stringify(log.mock.calls)).not.toContain('o-old')
  })

  it('never lets the one-time code of a fresh deployment work again', async () => {
    await cloud.restock({ districts: aNeighbourhood().districts })
    accepted(await cloud.as('o-first').call('people.accept', { code: CODE, name: '李主任' }))
    expect(codeOf(await cloud.as('o-thief').call('people.accept', { code: CODE, name: '别人' }))).toBe(
      'CODE_USED',
    )
    cloud.emulator.clock.set(new Date('2036-01-01T00:00:00Z'))
    await fire()
    expect(codeOf(await cloud.as('o-thief').call('people.accept', { code: CODE, name: '别人' }))).toBe(
      'CODE_USED',
    )
  })

  it('finishes every deletion that was interrupted, of however many elders', async () => {
    const ids = Array.from({ length: 130 }, (_, i) => `e-${String(i).padStart(3, '0')}`)
    await cloud.restock({
      elders: ids.map((id) =>
        anElder({ id, name: ERASED, state: 'erased', recordsBehindSince: NOW.toISOString() }),
      ),
      mealOrders: ids.map((elderId) => anOrder({ id: `${LUNCH}_${elderId}`, elderId, elderName: '王秀英' })),
    })
    await fire()
    const names = (await cloud.stored('mealOrders')).map(({ elderName }) => elderName)
    expect(new Set(names)).toEqual(new Set([ERASED]))
  })
})

describe('scheduler', () => {
  it.each([
    ['somebody on the phone', { openid: 'o-supervisor', source: 'wx_client' }],
    ['nobody', { source: 'wx_client' }],
    ['a developer’s tool', { openid: 'o-supervisor', source: 'wx_devtools' }],
    ['another function', { source: 'scf' }],
  ])('is unknown to %s, whatever the event says', async (_case, caller) => {
    await cloud.restock({ tries: [{ id: 'o-old', from: '2020-01-01T00:00:00.000Z', count: 3 }] })
    const before = await everything()
    const event = { Type: 'Timer', TriggerName: 'sweep', Time: NOW.toISOString(), userInfo: {} }
    expect(await cloud.emulator.runner.invoke('scheduler', event, caller)).toMatchObject({
      ok: false,
      code: 'UNKNOWN_FUNCTION',
    })
    expect(await everything()).toEqual(before)
    expect(log).not.toHaveBeenCalled()
  })
})

describe('a change of keys', () => {
  const key = (fill: number) => Buffer.alloc(32, fill).toString('base64')
  const [oldField, newField] = [`old:${key(1)}`, `new:${key(2)}`]
  const [oldDigest, newDigest] = [`old:${key(3)}`, `new:${key(4)}`]
  const numbers = { idNumber: idNumberOf('1950-02-03', 'female'), phone: '13800002222' }
  const elder = { name: '赵桂芳', building: '长江路 20 弄', living: 'alone', ...numbers }
  const agreed = [{ purpose: 'service', version: 'service-2026-11' }]
  const registration = { elder, stationId: 'st-one', agreed }

  /** A cloud whose functions know these keys, with what another has stored. */
  const cloudWith = async (fieldKeys: string, digestKeys: string, stored?: Record<string, object[]>) => {
    const own = await aCloud({
      triggers: nightly,
      variables: { FIELD_KEYS: fieldKeys, DIGEST_KEYS: digestKeys },
    })
    await own.restock(stored ? {} : aNeighbourhood())
    for (const [name, documents] of Object.entries(stored ?? {})) {
      await own.emulator.engine.seed(name, documents as { _id: string }[])
    }
    return own
  }

  it('is finished in the night, after which the old keys are needed no more', async () => {
    const first = await cloudWith(oldField, oldDigest)
    const { elderId } = accepted<{ elderId: string }>(
      await first.as('o-new').call('people.registerSelf', registration),
    )
    const stored = await first.emulator.engine.dump()
    await first.close()

    const both = await cloudWith(`${newField},${oldField}`, `${newDigest},${oldDigest}`, stored)
    await both.emulator.timers.fire('scheduler', 'sweep')
    expect(await both.stored('identities')).toHaveLength(1)
    const anew = await both.emulator.engine.dump()
    await both.emulator.timers.fire('scheduler', 'sweep')
    expect(await both.emulator.engine.dump()).toEqual(anew)
    await both.close()

    const last = await cloudWith(newField, newDigest, anew)
    const reveal = { elderId, field: 'idNumber', reason: '核对' }
    expect(accepted(await last.as('o-new').call('people.reveal', reveal))).toEqual({
      values: [{ name: null, value: numbers.idNumber }],
    })
    const again = await last.as('o-other').call('people.registerSelf', registration)
    const other = accepted<{ elderId: string }>(again).elderId
    expect(await last.one('elders', other)).toMatchObject({ isIdPending: true })
    expect(await last.stored('identities')).toMatchObject([
      { elderId, claims: [{ elderId }, { elderId: other }] },
    ])
    await last.close()
  })

  it.each([
    ['two keys', `${newField},${oldField}`, `${newDigest},${oldDigest}`, 0],
    ['one key, since the new one was forgotten here', oldField, oldDigest, undefined],
  ])(
    'says that none is left to change only where it would know: %s',
    async (_keys, field, digest, changed) => {
      const own = await cloudWith(field, digest)
      await own.emulator.timers.fire('scheduler', 'sweep')
      const said = JSON.parse(String(log.mock.lastCall?.[0]))
      await own.close()
      expect(said.what).toBe('scheduler done')
      expect(said.keysChanged).toBe(changed)
    },
  )
})

describe('whatever the database was asked until here', () => {
  it('was served by indexes', () => {
    expect(unserved()).toEqual([])
  })
})
