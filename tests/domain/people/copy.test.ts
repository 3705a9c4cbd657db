import type { MealOrderRecord } from '../../../cloudfunctions/_domain/meals/records'
import {
  consentPart,
  logPart,
  mealPart,
  personParts,
  visitPart,
} from '../../../cloudfunctions/_domain/people/privacy/copy'
import type { AuditRecord, ElderRecord } from '../../../cloudfunctions/_domain/people/records'
import { CopyPart } from '../../../types/people/privacy'
import {
  aConsentLine,
  aKnownElder,
  anAuditLine,
  anElder,
  anOrder,
  aVisit,
  aVisitReport,
  clerk,
} from '../builders'

const opened = {
  phone: [{ name: null, value: '13912342468' }],
  idNumber: [{ name: null, value: '32990019410719473X' }],
  contacts: [{ name: '周建国', value: '13712341357' }],
}
const towns = [
  { id: 't-east', name: '东街道' },
  { id: 't-west', name: '西街道' },
]
const nothing = { phone: [], idNumber: [], contacts: [] }
const text = (parts: CopyPart | CopyPart[]) => JSON.stringify(parts)
const valuesOf = ({ rows }: CopyPart) => rows.map(({ value }) => value)

describe('personParts', () => {
  const copied = text(personParts(aKnownElder(), opened, towns))

  it.each([
    '欧阳若兰',
    '女',
    '1941-07-19',
    '32990019410719473X',
    '13912342468',
    '枫桥弄 7 号',
    '902 室',
    '120.777',
    '31.888',
    '外省',
    '1999-09-09',
    '和老伴住',
    '一号驿站',
    '87654321',
    '有效',
    '吴核对',
    '3 级',
    '孙评估',
    '2025-05-06',
    '花生',
    '2021-02-03',
    '2031-04-05',
    '残疾证第 88 号',
    '钱经办',
    '周建国',
    '13712341357',
  ])('holds %s in full', (value) => {
    expect(copied).toContain(value)
  })

  it('holds no mask, no seal and no id of the machine', () => {
    expect(copied).not.toMatch(/\*|sealed|digest|e-known|o-known|o-kin|t-east|st-one/)
  })

  it.each<[string, Partial<ElderRecord>]>([
    ['name', { name: '欧阳若梅' }],
    ['sex', { sex: 'male' }],
    ['birth date', { birthDate: '1941-07-20' }],
    ['building', { building: '枫桥弄 8 号' }],
    ['room', { room: null }],
    ['place', { place: { lng: 120.777, lat: 31.889 } }],
    ['household register', { hukou: 'thisCity' }],
    ['time in the district', { residentSince: null }],
    ['way of living', { living: 'withOther' }],
    ['station', { stationName: '二号驿站' }],
    ['card', { code: '87654322' }],
    ['state', { state: 'pending' }],
    ['verifier', { verifiedBy: null }],
    ['grade', { ability: { grade: 2, assessor: '孙评估', on: '2025-05-06' } }],
    ['diet', { diet: ['soft', 'halal'] }],
    ['allergies', { allergies: ['花生', '虾'] }],
    ['categories', { categories: [] }],
  ])('tells a change of her %s', (_case, own) => {
    expect(text(personParts(aKnownElder(own), opened, towns))).not.toBe(copied)
  })

  it('says so where nothing is kept', () => {
    const bare = anElder({ room: null, hukou: null, verifiedBy: null, categories: [], askedOn: null })
    const [registration, health, held, contacts] = personParts(bare, nothing, towns)
    expect(registration?.rows).toEqual(
      expect.arrayContaining([
        { name: '身份证号', value: '没有' },
        { name: '电话', value: '没有' },
        { name: '户籍', value: '没有' },
        { name: '住址', value: '长江路 18 弄 2 号' },
      ]),
    )
    expect(health && valuesOf(health)).toEqual(['没有', '没有', '没有'])
    expect(held?.rows).toEqual([{ name: '工作人员全部问过一遍的日子', value: '没有' }])
    expect(contacts?.rows).toEqual([])
  })

  it('gives no place as hers that is the station’s', () => {
    const parts = text(personParts(aKnownElder({ isPlaceUnknown: true }), opened, towns))
    expect(parts).toContain('没有标出，用驿站的位置')
    expect(parts).not.toContain('120.777')
  })

  it('names the towns where she lived, once for each day on which she left', () => {
    const home = (townId: string, until: string) => ({
      district: 'quiet',
      townId,
      stationId: 'st-one',
      until,
    })
    const moved = aKnownElder({
      formerHomes: [
        home('t-east', '2026-11-29'),
        home('t-west', '2026-11-29'),
        home('t-east', '2026-11-29'),
        home('t-west', '2020-01-01'),
        home('t-gone', '2010-01-01'),
      ],
    })
    const [registration] = personParts(moved, opened, towns)
    expect(registration?.rows).toContainEqual({
      name: '以前住过的街道',
      value: '东街道，到 2026-11-29、西街道，到 2020-01-01、名字没有记下的街道，到 2010-01-01',
    })
  })

  it('has the shape that the contract promises', () => {
    for (const part of personParts(aKnownElder(), opened, towns)) expect(CopyPart.parse(part)).toEqual(part)
  })

  // What is kept of a contact is also what they are to her.
  it('holds what her contacts are to her', () => {
    const other = aKnownElder({
      contacts: [{ name: '周建国', relation: 'son', sealed: 'sealed-contact', masked: '137****1357' }],
    })
    expect(text(personParts(other, opened, towns))).not.toBe(copied)
  })

  // The contract: every value in full and named in Chinese, ready to be read.
  it('words what is kept as a code', () => {
    expect(copied).not.toMatch(/soft|noSpice|severeDisability/)
  })
})

describe('consentPart', () => {
  it('tells who said what to which text, when, how, who was there and who wrote it down', () => {
    const line = aConsentLine({
      by: '李强',
      capacity: 'guardian',
      how: 'paper',
      form: '第 12 号',
      witness: '陈刚',
      about: '李敏：看',
      actor: clerk,
      version: 'health-2026-12',
    })
    const part = consentPart(line)
    expect(part.title).toBe('2026-11-21 08:00 同意')
    expect(valuesOf(part)).toEqual(
      expect.arrayContaining([
        'health-2026-12',
        '李强（监护人）',
        '在纸上签字',
        '第 12 号',
        '陈刚',
        '李敏：看',
        '张静',
      ]),
    )
  })

  it('tells a withdrawal from a yes', () => {
    expect(consentPart(aConsentLine({ isGiven: false })).title).toBe('2026-11-21 08:00 收回')
  })

  it.each([
    ['app', '在手机上'],
    ['paper', '在纸上签字'],
    ['spoken', '在电话里'],
    ['invitation', '用邀请码'],
  ] as const)('words %s as %s', (how, word) => {
    expect(valuesOf(consentPart(aConsentLine({ how })))).toContain(word)
  })
})

describe('mealPart', () => {
  const order = anOrder({
    reason: '牙疼',
    lines: [
      { kind: 'list', label: '红烧鱼套餐', payer: null, rule: null, amount: 1800 },
      { kind: 'subsidy', label: '区里的补贴', payer: 'district', rule: 'r', amount: 505 },
    ],
  })

  it('tells day, station, meal, who booked it, why, and every sum of its price', () => {
    const part = mealPart(order)
    expect(part.title).toBe('订餐 2026-11-22 午餐 一号驿站')
    expect(part.rows).toEqual(
      expect.arrayContaining([
        { name: '餐', value: '红烧鱼套餐' },
        { name: '谁订的', value: '李敏（家人，手机上）' },
        { name: '红烧鱼套餐', value: '18.00 元' },
        { name: '区里的补贴', value: '5.05 元' },
        { name: '说明', value: '牙疼' },
      ]),
    )
  })

  it('tells what became of it', () => {
    expect(text(mealPart({ ...order, state: 'missed' }))).not.toBe(text(mealPart(order)))
  })

  it.each<[string, Partial<MealOrderRecord>]>([
    ['for which meal of the day', { slot: 'dinner' }],
    ['how it came to her', { mode: 'delivery' }],
    ['when it was booked', { placedAt: '2026-11-20T00:00:00.000Z' }],
    ['how she asked for it', { placedBy: { ...order.placedBy, channel: 'phone' } }],
  ])('tells %s', (_case, own) => {
    expect(text(mealPart({ ...order, ...own }))).not.toBe(text(mealPart(order)))
  })
})

describe('visitPart', () => {
  const visit = aVisit({
    state: 'reported',
    helper: { openid: 'o-marked', name: '赵强', kind: 'partyMember' },
    report: { outcome: 'needsFound', note: '灯坏了', at: '2026-11-21T01:00:00.000Z' },
  })

  it('tells day, reason, who asked, who went and what was written, and no account', () => {
    const part = visitPart(visit)
    expect(part.title).toBe('上门看望 2026-11-21')
    expect(valuesOf(part)).toEqual(
      expect.arrayContaining(['电话没人接', '李敏（家人，手机上）', '赵强', '灯坏了']),
    )
    expect(text(part)).not.toMatch(/o-marked|o-daughter/)
  })

  it.each<[string, Parameters<typeof aVisit>[0]]>([
    ['what became of it', { state: 'closed' }],
    ['what was found', { report: { outcome: 'well', note: '灯坏了', at: '2026-11-21T01:00:00.000Z' } }],
    ['that nobody has been there', { helper: null, report: null }],
  ])('tells %s', (_case, own) => {
    expect(text(visitPart(aVisit({ ...visit, ...own })))).not.toBe(text(visitPart(visit)))
  })

  it.each<[string, Parameters<typeof aVisit>[0]]>([
    ['what was written before', { earlierReports: [aVisitReport({ note: '没人应' })] }],
    [
      'what was done about it',
      { settlings: [{ alarm: 'emergency', note: '家人到了', at: visit.askedAt, by: visit.askedBy }] },
    ],
    ['how urgent it was', { urgency: 'worry' }],
    ['to which address', { building: '枫桥弄 7 号' }],
    ['when it was asked for', { askedAt: '2026-11-20T00:00:00.000Z' }],
    [
      'when it was reported',
      { report: { outcome: 'needsFound', note: '灯坏了', at: '2026-11-21T02:00:00.000Z' } },
    ],
  ])('tells %s', (_case, own) => {
    expect(text(visitPart(aVisit({ ...visit, ...own })))).not.toBe(text(visitPart(visit)))
  })
})

describe('logPart', () => {
  const line = anAuditLine({ reason: '核对电话', openid: 'o-marked' })

  it('tells who, in which role, did what, when and why, and no account', () => {
    const part = logPart(line)
    expect(part.title).toBe('2026-11-21 08:00')
    expect(valuesOf(part)).toEqual(expect.arrayContaining(['李敏', '核对电话']))
    expect(text(part)).not.toMatch(/o-marked/)
  })

  it.each<[string, Partial<AuditRecord>]>([
    ['in which role', { role: 'clerk', relation: null }],
    ['what was done', { action: 'people.reveal' }],
  ])('tells %s', (_case, own) => {
    expect(text(logPart({ ...line, ...own }))).not.toBe(text(logPart(line)))
  })

  // The log on her phone tells all three.
  it.each<[string, Partial<AuditRecord>]>([
    ['which field was shown', { about: 'idNumber' }],
    ['what the person is to her', { relation: 'son' }],
    ['by which way', { channel: 'counter' }],
  ])('tells %s', (_case, own) => {
    expect(text(logPart({ ...line, ...own }))).not.toBe(text(logPart(line)))
  })

  it.each([
    ['people.consent', 'health:withdrawn', '身体和饮食、收回'],
    ['people.accept', '李敏:view,health', '李敏、看看订了什么、谁来过、知道忌口、过敏和身体情况'],
    ['people.correct', 'building,phone', '住址、电话'],
    ['people.setAbsences', 'absences', '不在家的日子'],
    ['meals.switchMode', 'delivery', '送餐'],
    ['meals.changeSet', '素什锦套餐', '素什锦套餐'],
    ['eligibility.decide', 'return', '退回补材料'],
  ])('words what %s names as %s', (action, about, words) => {
    expect(logPart({ ...line, action, about }).rows).toContainEqual({ name: '哪一样', value: words })
  })
})
