import { SwitchesRecord } from '../../cloudfunctions/_domain/access/switches'
import type { Where } from '../../cloudfunctions/_domain/base/where'
import type { CollectionName, Documents } from '../../cloudfunctions/_domain/documents'
import { elderBound, following, namedByHer } from '../../cloudfunctions/_domain/elder-bound'
import type { Following } from '../../cloudfunctions/_domain/elder-row'
import {
  ApplicationRecord,
  DeterminationRecord,
  PolicyChainRecord,
  StoredFileRecord,
  UploadRecord,
} from '../../cloudfunctions/_domain/eligibility/records'
import { MismatchNightRecord, RotaRecord } from '../../cloudfunctions/_domain/integrity/records'
import { DishPhotoRecord, MenuRecord, PlanRecord } from '../../cloudfunctions/_domain/meals/planning/records'
import { MealOrderRecord, SittingRecord, SubsidyUseRecord } from '../../cloudfunctions/_domain/meals/records'
import { MessageRecord } from '../../cloudfunctions/_domain/messages/records'
import type { Notices } from '../../cloudfunctions/_domain/messages/telling'
import {
  CardRecord,
  ConsentRecord,
  IdentityRecord,
  InvitationRecord,
  RelationRecord,
  TriesRecord,
} from '../../cloudfunctions/_domain/people/circle/records'
import { ERASED, eraseElder } from '../../cloudfunctions/_domain/people/elders/forgetting'
import { LikenessRecord } from '../../cloudfunctions/_domain/people/likenesses/records'
import { wordedActs } from '../../cloudfunctions/_domain/people/privacy/worded-acts'
import {
  AccountRecord,
  AuditRecord,
  DayCountRecord,
  ElderRecord,
} from '../../cloudfunctions/_domain/people/records'
import { DistrictRecord, MembershipRecord } from '../../cloudfunctions/_domain/people/staff/records'
import {
  FlagRecord,
  ServedDayRecord,
  SettlementEntryRecord,
} from '../../cloudfunctions/_domain/settlement/records'
import { KitchenRecord, StationRecord } from '../../cloudfunctions/_domain/stations/records'
import { AwaitedVisitRecord, VisitRecord } from '../../cloudfunctions/_domain/visits/records'
import notices from '../../cloudfunctions/_policies/notices.json'
import collections from '../../cloudfunctions/collections.json'
import { MealPolicy } from '../../types/policies/meal'
import { awaitedVisitStates, mealOrderStates, visitStates } from '../../types/states'
import { everyAction } from '../every-action'
import {
  aFlag,
  aKnownElder,
  anAccount,
  anAuditLine,
  anElderAccount,
  anEntry,
  anOrder,
  aRelation,
  aRelative,
  aStation,
  aVisit,
  DISTRICT,
  NOW,
  TODAY,
  TOMORROW,
} from './builders'

/** A schema, as far as it is looked into. */
interface Schema {
  shape?: object
  parse(value: unknown): unknown
}

const schemas: Record<CollectionName, Schema> = {
  accounts: AccountRecord,
  elders: ElderRecord,
  identities: IdentityRecord,
  cards: CardRecord,
  relations: RelationRecord,
  invitations: InvitationRecord,
  consents: ConsentRecord,
  tries: TriesRecord,
  dayCounts: DayCountRecord,
  memberships: MembershipRecord,
  districts: DistrictRecord,
  stations: StationRecord,
  kitchens: KitchenRecord,
  plans: PlanRecord,
  menus: MenuRecord,
  dishPhotos: DishPhotoRecord,
  sittings: SittingRecord,
  mealOrders: MealOrderRecord,
  subsidyUses: SubsidyUseRecord,
  servedDays: ServedDayRecord,
  settlementEntries: SettlementEntryRecord,
  flags: FlagRecord,
  policies: MealPolicy,
  applications: ApplicationRecord,
  determinations: DeterminationRecord,
  uploads: UploadRecord,
  storedFiles: StoredFileRecord,
  policyChains: PolicyChainRecord,
  visits: VisitRecord,
  awaitedVisits: AwaitedVisitRecord,
  messages: MessageRecord,
  auditLog: AuditRecord,
  mismatches: MismatchNightRecord,
  rotas: RotaRecord,
  switches: SwitchesRecord,
  likenesses: LikenessRecord,
}
const fieldsOf = (name: string) =>
  Object.keys((schemas as Record<string, Schema>)[name]?.shape ?? {}) as string[]

/** Which collections with such fields say that they are nobody's. */
const forgotten = (shapes: Record<string, readonly string[]>, fields: readonly string[]) =>
  Object.entries(shapes).flatMap(([name, shape]) => {
    const row = (elderBound as Record<string, unknown>)[name] ?? 'nobody'
    return row === 'nobody' && fields.some((field) => shape.includes(field)) ? [name] : []
  })
const shapes = Object.fromEntries(Object.keys(schemas).map((name) => [name, fieldsOf(name)]))
/** Fields that a record has because it is about an elder. */
const HERS = ['elderId', 'elderName', 'elderAge', 'politeName']
/** `elderId` is always null there: the audit record asks every record for it. */
const OF_NO_ELDER = ['memberships']

const known = aKnownElder({ id: 'e-wang', name: '王秀英' })
const erased = eraseElder(known, aStation(), 'o-clerk')
const about = { elder: erased, now: NOW, notices: notices as Notices }

describe('elderBound', () => {
  it('has a row for every collection', () => {
    expect(Object.keys(elderBound).sort()).toEqual(Object.keys(collections).sort())
  })

  it('leaves nothing that is about an elder to nobody', () => {
    expect(forgotten(shapes, HERS)).toEqual(OF_NO_ELDER)
  })

  it('would miss a collection that somebody adds without a row, and not compile', () => {
    expect(forgotten({ ...shapes, letters: ['id', 'elderId', 'text'] }, HERS)).toEqual([
      ...OF_NO_ELDER,
      'letters',
    ])
    // @ts-expect-error letters have no row
    const withLetters: { readonly [N in CollectionName | 'letters']: unknown } = elderBound
    expect(withLetters).toBe(elderBound)
  })

  const found = Object.entries(elderBound).flatMap(([name, row]) =>
    typeof row === 'object' && 'found' in row ? [[name, row.found] as const] : [],
  )
  it.each(found)('finds %s by %s, a field that its records have', (name, field) => {
    expect(fieldsOf(name)).toContain(field)
  })

  it.each(following.map(([name, row]) => [name, row.found] as const))(
    'finds %s by an index that begins with %s',
    (name, field) => {
      const indexes = collections[name].indexes as { keys: (string | number)[][] }[]
      expect(indexes.map(({ keys }) => keys[0]?.[0])).toContain(field)
    },
  )

  it.each(following)(
    'names only fields of %s',
    (name, { live, undone, told, forgotten, withdrawn, moved, copied }) => {
      const steps = [...('kept' in forgotten ? [] : forgotten), ...Object.values(withdrawn ?? {})]
      const named = [
        ...Object.keys(live === 'never' ? {} : live.where(TODAY)),
        ...(typeof told === 'object' && 'field' in told ? [told.field, ...Object.keys(told.hers)] : []),
        ...steps.flatMap((step) => Object.keys('where' in step ? step.where : {})),
        ...steps.flatMap((step) => Object.keys('set' in step ? step.set(erased) : {})),
        ...(moved === 'stays'
          ? []
          : [
              ...Object.keys(moved.where(TODAY)),
              ...Object.keys(moved.set(known)),
              ...Object.keys(moved.promised?.where(TODAY) ?? {}),
            ]),
        ...Object.keys(undone?.where ?? {}),
        ...('by' in copied ? [copied.by] : []),
      ]
      for (const field of named) expect(fieldsOf(name)).toContain(field.split('.')[0])
    },
  )

  it('says of whatever knows whom to tell who that is', () => {
    const telling = following.filter(([name]) => fieldsOf(name).includes('notify'))
    expect(telling.length).toBeGreaterThan(0)
    expect(telling.filter(([, { told }]) => told === 'nobody')).toEqual([])
  })

  it('keeps as it is only what has no names, places or words in it', () => {
    const kept = Object.entries(elderBound).flatMap(([name, row]) =>
      typeof row === 'object' && 'kept' in row ? [name] : [],
    )
    const telling = [
      'elderName',
      'name',
      'politeName',
      'building',
      'room',
      'place',
      'reason',
      'notify',
      'history',
    ]
    expect(kept.length).toBeGreaterThan(0)
    for (const name of kept) expect(fieldsOf(name).filter((field) => telling.includes(field))).toEqual([])
  })

  it('tells whatever belongs to her copy in a part of it', () => {
    const parts = following.flatMap(([name, { copied }]) => ('part' in copied ? [[copied.part, name]] : []))
    expect(parts).toEqual([
      ['person', 'relations'],
      ['person', 'applications'],
      ['person', 'determinations'],
      ['meals', 'mealOrders'],
      ['visits', 'visits'],
      ['consents', 'consents'],
      ['log', 'auditLog'],
    ])
  })
})

/** The value at a dotted path. */
const at = (record: unknown, path: string): unknown =>
  path.split('.').reduce((value, key) => (value as Record<string, unknown> | null)?.[key], record)

function fits(record: object, where: Where): boolean {
  return Object.entries(where).every(([field, wanted]) => {
    const value = at(record, field) ?? null
    if (wanted === null || typeof wanted !== 'object') return value === wanted
    if ('in' in wanted) return wanted.in.includes(String(value))
    if ('not' in wanted) return value !== wanted.not
    return 'from' in wanted ? String(value) >= wanted.from : String(value) < wanted.before
  })
}

function withFields(record: object, fields: Readonly<Record<string, unknown>>): object {
  const copy = structuredClone(record)
  for (const [path, value] of Object.entries(fields)) {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    const inside = keys.length === 0 ? copy : (at(copy, keys.join('.')) as object)
    Reflect.set(inside, last, value)
  }
  return copy
}

/** A record after every step of its row; null when it goes whole. */
function afterForgetting(name: CollectionName, record: object): object | null {
  const row = following.find(([one]) => one === name)?.[1]
  if (!row || 'kept' in row.forgotten) return record
  let after: object = record
  for (const step of row.forgotten) {
    if ('removed' in step) return null
    if (!fits(after, step.where)) continue
    if ('set' in step) after = withFields(after, step.set(erased))
    else after = step.together.becomes(after as Documents[typeof name], {}, about)?.[name] ?? after
  }
  return after
}

describe('forgetting', () => {
  const NOTE = '血压药吃完了'
  const report = { outcome: 'needsFound' as const, note: NOTE, at: NOW.toISOString() }
  const closed = { by: { ...anOrder().placedBy }, at: NOW.toISOString(), words: NOTE }
  const records: [CollectionName, object][] = [
    ['mealOrders', anOrder({ state: 'served', reason: NOTE })],
    ['visits', aVisit({ state: 'reported', reason: NOTE, report })],
    [
      'visits',
      aVisit({
        state: 'closed',
        settlings: [{ alarm: 'emergency', note: NOTE, at: NOW.toISOString(), by: closed.by }],
      }),
    ],
    ['visits', aVisit({ state: 'cancelled' })],
    ['settlementEntries', anEntry()],
    ['flags', aFlag({ state: 'closed', closed })],
    ['flags', aFlag({ kind: 'servedLate', about: NOTE })],
    ['relations', aRelation(known, 'o-kin', { words: NOTE })],
    ['auditLog', anAuditLine({ action: 'meals.cancel', reason: NOTE })],
  ]

  it.each(records)('leaves valid %s that tell nothing of who she was', (name, record) => {
    const after = afterForgetting(name, record)
    expect(after).not.toEqual(record)
    expect(schemas[name].parse(after)).toEqual(after)
    expect(JSON.stringify(after)).not.toMatch(/王|长江路|301 室|枫桥弄|血压药|120\.6,/)
  })

  it.each(records)('of %s changes nothing when it is done again', (name, record) => {
    const after = afterForgetting(name, record)
    expect(after && afterForgetting(name, after)).toEqual(after)
    const row = following.find(([one]) => one === name)?.[1]
    const steps = !row || 'kept' in row.forgotten ? [] : row.forgotten
    expect(steps.filter((step) => 'where' in step && after && fits(after, step.where))).toEqual([])
  })

  const later: [CollectionName, object, object][] = [
    ['mealOrders', anOrder({ state: 'served' }), { reason: NOTE }],
    ['visits', aVisit({ state: 'reported' }), { report }],
    ['flags', aFlag({ state: 'closed' }), { closed }],
  ]
  it.each(later)(
    'takes words out of %s that were written down after everything else',
    (name, record, own) => {
      const forgotten = afterForgetting(name, record)
      const written = { ...forgotten, ...own }
      expect(JSON.stringify(written)).toContain(NOTE)
      expect(JSON.stringify(afterForgetting(name, written))).not.toContain(NOTE)
    },
  )

  it('keeps the reason for a look with the look', () => {
    const look = anAuditLine({ action: 'people.reveal', reason: '送餐' })
    expect(afterForgetting('auditLog', look)).toEqual(look)
  })

  it('takes the photos of her papers along', () => {
    const files = following.flatMap(([name, { forgotten }]) =>
      'kept' in forgotten ? [] : forgotten.some((step) => 'files' in step && step.files) ? [name] : [],
    )
    expect(files).toEqual(['applications', 'uploads'])
  })

  it('takes her out of every account that her record names', () => {
    const accounts = [
      anElderAccount('o-known', known),
      aRelative('o-kin', known),
      anAccount({ id: 'o-else', relations: aRelative('o-else', aKnownElder({ id: 'e-else' })).relations }),
    ]
    const row = namedByHer.find(([name]) => name === 'accounts')?.[1]
    if (!row || row.forgotten === 'removed') throw new Error('accounts stay')
    const { becomes } = row.forgotten
    expect(row.ids(known)).toEqual(['o-known', 'o-kin'])
    const after = accounts.map((account) => becomes(account, known) as AccountRecord)
    expect(JSON.stringify(after)).not.toContain('e-wang')
    expect(after[0]).toMatchObject({ self: null, name: '' })
    expect(after[2]).toBe(accounts[2])
  })
})

describe('wordedActs', () => {
  it('are all that change something and show their reason, and no look', () => {
    const worded = everyAction.flatMap(([name, { writes, shown }]) =>
      writes && shown?.includes('reason') ? [name] : [],
    )
    expect([...wordedActs].sort()).toEqual(worded.sort())
  })
})

const endFor =
  (elder: ElderRecord) =>
  (name: CollectionName, record: Documents[CollectionName], read: Partial<Documents> = {}) => {
    const row = following.find(([one]) => one === name)?.[1]
    if (!row || row.live === 'never') throw new Error('nothing of it is ever live')
    return row.live.ends.becomes(record, read, { elder, now: NOW, notices: notices as Notices })
  }

describe('what was booked for somebody who has died', () => {
  const endOf = endFor({ ...known, diedOn: '2026-11-19' })

  it.each([
    ['2026-11-18', false],
    ['2026-11-19', true],
    [TODAY, true],
    [TOMORROW, true],
  ])('for %s ends: %s', (date, isEnded) => {
    expect(endOf('mealOrders', anOrder({ date })) !== null).toBe(isEnded)
  })

  it('says why, and in whose name', () => {
    const by = { name: '', role: 'clerk' }
    const order = endOf('mealOrders', anOrder())?.mealOrders
    expect(order).toMatchObject({ state: 'cancelled', reason: '老人已经过世' })
    expect(order?.history.at(-1)).toMatchObject({ state: 'cancelled', by })
    const visit = endOf('visits', aVisit({ state: 'onSite' }))?.visits
    expect(visit).toMatchObject({ state: 'cancelled', ended: 'died' })
    expect(visit?.history.at(-1)).toMatchObject({ by })
  })

  it.each(visitStates.map((state) => [state]))('and a visit that is %s, while it is awaited', (state) => {
    expect(endOf('visits', aVisit({ state })) !== null).toBe(awaitedVisitStates.includes(state))
  })

  it('goes on for somebody who is alive', () => {
    expect(endFor({ ...known, diedOn: null })('mealOrders', anOrder())).toBeNull()
    expect(endFor({ ...known, diedOn: null })('visits', aVisit())).toBeNull()
  })
})

describe('what was booked for somebody whose data are gone', () => {
  const endOf = endFor(erased)
  const order = anOrder({ usedIn: 'e-wang_2026-11' })
  const use = { on: TOMORROW, slot: 'lunch' as const, layer: 'basic', rule: 'five', amount: 500 }
  const used: SubsidyUseRecord = {
    id: 'e-wang_2026-11',
    district: DISTRICT,
    elderId: 'e-wang',
    period: '2026-11',
    uses: [
      { ...use, orderId: order.id },
      { ...use, orderId: 'eaten' },
    ],
    denied: [],
    meals: [],
  }

  it('is cancelled, and what it used of a limit given back; its place is, too, once it is written', () => {
    expect(endOf('mealOrders', order, { subsidyUses: used })).toMatchObject({
      mealOrders: { state: 'cancelled' },
      subsidyUses: { uses: [{ orderId: 'eaten' }] },
    })
    const { live } = elderBound.mealOrders as Following<'mealOrders'>
    expect(live !== 'never' && live.ends.givesBack?.(order)).toEqual({
      sittingId: order.sittingId,
      elderId: 'e-wang',
    })
  })

  it.each(mealOrderStates.map((state) => [state]))('and %s ends only while it is live', (state) => {
    const isLive = state === 'placed' || state === 'confirmed'
    expect(endOf('mealOrders', anOrder({ state })) !== null).toBe(isLive)
  })

  it('ends from today on: who may have eaten yesterday is the station’s to say', () => {
    expect(endOf('mealOrders', anOrder({ date: TODAY }))).not.toBeNull()
    expect(endOf('mealOrders', anOrder({ date: '2026-11-20' }))).toBeNull()
  })

  it('says why', () => {
    expect(endOf('mealOrders', order)?.mealOrders?.reason).toBe('老人注销了登记')
    expect(endOf('visits', aVisit())?.visits?.ended).toBe('erased')
  })

  it.each(visitStates.map((state) => [state]))(
    'and a visit that is %s, while nobody is at the door',
    (state) => {
      const after = endOf('visits', aVisit({ state }))
      if (state === 'open' || state === 'claimed') expect(after?.visits?.state).toBe('cancelled')
      else expect(after).toBeNull()
    },
  )

  it('names nobody who cancelled', () => {
    const steps = [endOf('mealOrders', order)?.mealOrders, endOf('visits', aVisit())?.visits].map((one) =>
      one?.history.at(-1),
    )
    for (const step of steps) expect(step).toMatchObject({ state: 'cancelled', by: { name: ERASED } })
  })
})
