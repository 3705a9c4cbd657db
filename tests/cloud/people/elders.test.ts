import texts from '../../../cloudfunctions/_policies/consents.json'
import { personOf } from '../../../cloudfunctions/_shell/secrets'
import { functionVariables } from '../../../emulator/function-variables'
import { relationId } from '../../../types/ids'
import type { Me } from '../../../types/people'
import type { Card, ElderFile, Registered } from '../../../types/people/elders'
import type { FoundElder } from '../../../types/people/found'
import type { LogLine } from '../../../types/people/privacy'
import { aMember, anElder, aRelation, aStation, idNumberOf, NOW, TODAY } from '../../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'

const ID_NUMBER = idNumberOf('1950-02-03', 'female')
const PHONE = '13800002222'
const SONS_PHONE = '13900003333'
const paper = { how: 'paper', form: '2026-017', witness: '李站长' }
const yesTo = (...purposes: string[]) =>
  texts.texts
    .filter(({ purpose }) => purposes.includes(purpose))
    .map(({ purpose, version }) => ({ purpose, version }))
const zhao = {
  name: '赵桂芳',
  idNumber: ID_NUMBER,
  building: '长江路 20 弄 1 号',
  room: '101 室',
  living: 'couple',
  phone: PHONE,
  diet: ['soft'],
  allergies: ['花生'],
  place: { lng: 120.62, lat: 31.32 },
  contacts: [{ name: '赵明', relation: 'son', phone: SONS_PHONE }],
}
/** The same person, who has not brought her card. */
const { idNumber: _, ...unnumbered } = { ...zhao, birthDate: '1950-02-03', sex: 'female' }
const theirPaper = { agreed: yesTo('service', 'health', 'location'), paper, channel: 'counter' }

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => cloud.restock(aNeighbourhood()))
afterAll(() => cloud.close())

const people = (at: TestCloud) => ({
  by: async <T = Record<string, unknown>>(openid: string, action: string, input: object = {}) =>
    accepted<T>(await at.as(openid).call(`people.${action}`, input)),
  codeBy: async (openid: string, action: string, input: object = {}) =>
    codeOf(await at.as(openid).call(`people.${action}`, input)),
})
const by = async <T = Record<string, unknown>>(openid: string, action: string, input: object = {}) =>
  people(cloud).by<T>(openid, action, input)
const find = async (text: string) =>
  (await by<{ elders: FoundElder[] }>('o-clerk', 'find', { stationId: 'st-one', text })).elders
const codeBy = async (openid: string, action: string, input: object = {}) =>
  people(cloud).codeBy(openid, action, input)
const reply = (openid: string, action: string, input: object) =>
  cloud.as(openid).call(`people.${action}`, input)
const atCounter = (own: object = {}) => ({ elder: zhao, stationId: 'st-one', ...theirPaper, ...own })
const registerAt = (own: object = {}) => by<Registered>('o-clerk', 'registerAt', atCounter(own))
const byHerself = (own: object = {}) => ({
  elder: zhao,
  stationId: 'st-one',
  agreed: yesTo('service', 'health'),
  ...own,
})
const byKin = (own: object = {}) => ({
  elder: zhao,
  stationId: 'st-one',
  relation: 'son',
  name: '赵明',
  ...own,
})
const elder = (id: string) => cloud.one('elders', id)
const dumped = async () => JSON.stringify(await cloud.emulator.engine.dump())

describe('an elder is registered', () => {
  it('by herself, on her own phone', async () => {
    const registered = await by<Registered>('o-new', 'registerSelf', byHerself())
    expect(registered).toMatchObject({ name: '赵桂芳', state: 'active', stationName: '一号驿站' })
    expect(await elder(registered.elderId)).toMatchObject({
      openid: 'o-new',
      sex: 'female',
      birthDate: '1950-02-03',
      idNumber: { tail: ID_NUMBER.slice(-4) },
      phone: { masked: '138****2222' },
      diet: ['soft'],
      place: { lng: 120.601, lat: 31.301 }, // the station's: she did not agree to the use of her own
      verifiedBy: null,
      consents: { service: { by: '赵桂芳', capacity: 'elder', how: 'app' }, location: null },
    })
    expect(await by<Me>('o-new', 'me')).toMatchObject({ name: '赵桂芳', roles: [{ role: 'elder' }] })
    expect((await cloud.stored('consents')).map(({ purpose }) => purpose).sort()).toEqual([
      'health',
      'service',
    ])
    expect(await by('o-new', 'registerSelf', byHerself())).toEqual(registered)
    expect(await cloud.stored('elders')).toHaveLength(3)
    const another = byHerself({ elder: { ...zhao, idNumber: idNumberOf('1948-05-06', 'male') } })
    expect(await codeBy('o-new', 'registerSelf', another)).toBe('OWN_ELDER')
  })

  it('hears that the key stood for another wish, whoever she would be registered as then', async () => {
    const key = 'registering-myself'
    const registered = await by<Registered>('o-new', 'registerSelf', { ...byHerself(), key })
    expect(await by('o-new', 'registerSelf', { ...byHerself(), key })).toEqual(registered)
    for (const own of [{ room: '909 室' }, { idNumber: idNumberOf('1948-05-06', 'male') }])
      expect(
        await codeBy('o-new', 'registerSelf', { ...byHerself({ elder: { ...zhao, ...own } }), key }),
      ).toBe('KEY_REUSED')
  })

  it('by kin: pending, with nothing that needs her own yes', async () => {
    const registered = await by<Registered>('o-new', 'registerKin', byKin())
    expect(registered.state).toBe('pending')
    expect(await elder(registered.elderId)).toMatchObject({
      openid: null,
      diet: [],
      allergies: [],
      place: { lng: 120.601, lat: 31.301 },
      consents: { service: null, health: null, category: null, location: null },
      circle: [],
    })
    expect(await cloud.stored('consents')).toEqual([])
    expect(await by<Me>('o-new', 'me')).toMatchObject({
      name: '赵明',
      elders: [],
      asked: [{ elderId: registered.elderId, name: '赵*芳', relation: 'son', state: 'asked' }],
    })
    expect(await by('o-new', 'registerKin', byKin())).toEqual(registered)
  })

  it('at the counter, by a clerk, on paper', async () => {
    const { elderId, code } = await registerAt()
    expect(await elder(elderId)).toMatchObject({
      state: 'active',
      verifiedBy: '某人',
      place: zhao.place,
      allergies: ['花生'],
      contacts: [{ name: '赵明', relation: 'son', masked: '139****3333' }],
    })
    expect(await cloud.one('cards', code)).toMatchObject({ elderId })
    expect((await cloud.stored('consents')).map(({ how, form, witness }) => [how, form, witness])).toEqual(
      Array(3).fill(['paper', '2026-017', '李站长']),
    )
    expect(await cloud.stored('auditLog')).toMatchObject([
      { action: 'people.registerAt', elderId, role: 'clerk', channel: 'counter' },
    ])
    const found = await find(code)
    expect(found).toMatchObject([{ id: elderId, phoneTail: '2222', isOwn: true }])
  })

  it('without id number and without telephone', async () => {
    const { elderId } = await registerAt({ elder: { ...unnumbered, phone: null, contacts: [] } })
    expect(await elder(elderId)).toMatchObject({
      idNumber: null,
      phone: null,
      phoneTail: null,
      verifiedBy: null,
    })
    expect(await cloud.stored('identities')).toEqual([])
  })

  it.each([
    ['without her yes', { agreed: yesTo('health') }, 'CONSENT_MISSING'],
    ['on an old text', { agreed: [{ purpose: 'service', version: 'service-2020-01' }] }, 'CONSENT_OUTDATED'],
    ['at another station', { stationId: 'st-two' }, 'FORBIDDEN'],
    ['without a birth date', { elder: { ...unnumbered, birthDate: undefined } }, 'BAD_INPUT'],
    ['with a birth date to come', { elder: { ...unnumbered, birthDate: '2026-11-22' } }, 'BAD_INPUT'],
    ['born at the beginning', { elder: { ...unnumbered, birthDate: '0001-01-01' } }, 'BAD_INPUT'],
    ['older than anybody', { elder: { ...unnumbered, birthDate: '1901-11-20' } }, 'BAD_INPUT'],
    [
      'with the number of somebody older than anybody',
      { elder: { ...zhao, idNumber: idNumberOf('1901-11-20', 'female') } },
      'BAD_ID_NUMBER',
    ],
  ])('never %s', async (_case, own, code) => {
    const before = await dumped()
    expect(await codeBy('o-clerk', 'registerAt', atCounter(own))).toBe(code)
    expect(await dumped()).toBe(before)
  })

  const [head, last] = [ID_NUMBER.slice(0, 17), ID_NUMBER.slice(17)]
  it.each([
    ['shape', { idNumber: ID_NUMBER.slice(1) }],
    ['shape', { idNumber: `${ID_NUMBER.slice(0, 6)}500203002` }],
    ['region', { idNumber: `99${ID_NUMBER.slice(2)}` }],
    ['birthDate', { idNumber: '349900195013030025' }],
    ['checksum', { idNumber: head + (last === '1' ? '2' : '1') }],
    ['birthDate', { birthDate: '1950-03-02' }],
    ['sex', { sex: 'male' }],
  ])('with no id number that is wrong: %s', async (why, own) => {
    const before = await cloud.stored('elders')
    const wish = { ...zhao, ...own }
    const refused = { code: 'BAD_ID_NUMBER', detail: { why } }
    expect(await reply('o-clerk', 'registerAt', atCounter({ elder: wish }))).toMatchObject(refused)
    expect(await reply('o-new', 'registerSelf', byHerself({ elder: wish }))).toMatchObject(refused)
    expect(await reply('o-next', 'registerKin', byKin({ elder: wish }))).toMatchObject(refused)
    expect(await cloud.stored('elders')).toEqual(before)
    expect(await cloud.stored('cards')).toHaveLength(2)
  })
})

describe('an elder who is registered already', () => {
  it('is found by her id number, and who she is, a clerk is told', async () => {
    const { elderId } = await registerAt()
    const before = await cloud.stored('elders')
    const where = { name: '赵*芳', stationName: '一号驿站', stationPhone: '000-0001', isProven: true }
    const again = { ...zhao, building: '别处', name: '赵桂花' }
    expect(
      await reply('o-other-clerk', 'registerAt', atCounter({ elder: again, stationId: 'st-two' })),
    ).toMatchObject({ code: 'ALREADY_REGISTERED', detail: { elderId, ...where } })
    expect(await cloud.stored('elders')).toEqual(before)
  })

  it('is offered by name and birth date, until the clerk says that this is another', async () => {
    const { elderId } = await registerAt()
    const same = atCounter({ elder: { ...unnumbered, building: '黄河路 1 号' } })
    expect(await reply('o-clerk', 'registerAt', same)).toMatchObject({
      code: 'MAYBE_REGISTERED',
      detail: { elderIds: [elderId] },
    })
    expect(await codeBy('o-clerk', 'registerAt', { ...same, others: ['e-wang'] })).toBe('MAYBE_REGISTERED')
    expect(await cloud.stored('elders')).toHaveLength(3)
    const other = await by<Registered>('o-clerk', 'registerAt', { ...same, others: [elderId] })
    expect(other.elderId).not.toBe(elderId)
    expect(await cloud.stored('elders')).toHaveLength(4)
  })

  it('is told again to whoever sends it again, also when somebody of the same name came in between', async () => {
    const wish = atCounter({ elder: unnumbered })
    const first = await by<Registered>('o-clerk', 'registerAt', wish)
    const other = atCounter({ elder: { ...unnumbered, building: '黄河路 1 号' }, others: [first.elderId] })
    await by('o-manager', 'registerAt', other)
    expect(await by('o-clerk', 'registerAt', wish)).toEqual(first)
    expect(await cloud.stored('elders')).toHaveLength(4)
  })

  it('is nobody of another birth date, and nobody of another id number', async () => {
    await registerAt()
    const younger = { ...unnumbered, birthDate: '1951-02-03' }
    expect(await codeBy('o-clerk', 'registerAt', atCounter({ elder: younger }))).toBe('accepted')
    const head = '34990119500203002'
    const ids = [...'0123456789X'].map((last) => head + last)
    const codes = []
    for (const idNumber of ids)
      codes.push(await codeBy('o-clerk', 'registerAt', atCounter({ elder: { ...zhao, idNumber } })))
    expect(codes.filter((code) => code === 'accepted')).toHaveLength(1)
  })

  it('is one, when two clerks register her at once', async () => {
    for (let nth = 0; nth < 5; nth++) {
      await cloud.restock(aNeighbourhood())
      const codes = await Promise.all([
        codeBy('o-clerk', 'registerAt', atCounter()),
        codeBy('o-other-clerk', 'registerAt', atCounter({ stationId: 'st-two' })),
        codeBy('o-manager', 'registerAt', atCounter()),
      ])
      expect(codes.sort()).toEqual(['ALREADY_REGISTERED', 'ALREADY_REGISTERED', 'accepted'])
      expect(await cloud.stored('elders')).toHaveLength(3)
      expect(await cloud.stored('identities')).toHaveLength(1)
      expect(await cloud.stored('cards')).toHaveLength(3)
    }
  })
})

describe('numbers', () => {
  it('are readable nowhere in the database, however often they are used', async () => {
    const { elderId } = await registerAt()
    await by('o-clerk', 'correct', {
      elderId,
      changes: {
        phone: '13700004444',
        contacts: [{ name: '赵丽', relation: 'daughter', phone: '0512-65123456' }],
      },
      key: 'correct-1',
    })
    await by('o-clerk', 'verify', { elderId, identity: { idNumber: ID_NUMBER }, reason: '看了身份证' })
    for (const field of ['phone', 'idNumber', 'contacts']) {
      await by('o-clerk', 'reveal', { elderId, field, reason: '联系家人' })
    }
    await by('o-new', 'ask', {
      by: { idNumber: ID_NUMBER, elderName: '赵桂芳' },
      relation: 'son',
      scopes: ['view'],
      name: '赵明',
    })
    const dump = await dumped()
    expect(dump).toContain('赵桂芳')
    for (const secret of [ID_NUMBER, ID_NUMBER.slice(6), PHONE, SONS_PHONE, '13700004444', '65123456']) {
      expect(dump).not.toContain(secret)
    }
  })

  it('are masked in what staff and family read', async () => {
    const { elderId } = await registerAt()
    const file = await by<ElderFile>('o-clerk', 'file', { elderId })
    expect(file).toMatchObject({
      idTail: ID_NUMBER.slice(-4),
      phone: '138****2222',
      contacts: [{ phone: '139****3333' }],
      hasRoom: true,
    })
    const read = JSON.stringify([
      file,
      await find('2222'),
      await by('o-clerk', 'card', { elderId }),
      await by('o-manager', 'roster', { stationId: 'st-one', reason: '年度核对' }),
    ])
    expect(read).not.toMatch(new RegExp([ID_NUMBER, PHONE, SONS_PHONE, '101 室'].join('|')))
  })
})

describe('her own file', () => {
  const whole = {
    phone: PHONE,
    room: '101 室',
    contacts: [{ name: '赵明', relation: 'son', phone: SONS_PHONE }],
  }

  it('masks nothing that she said from herself, and all of it from everybody else', async () => {
    const { elderId } = await by<Registered>('o-new', 'registerSelf', byHerself())
    expect(await by('o-new', 'file', { elderId })).toMatchObject(whole)
    const changes = { room: '102 室' }
    const corrected = await by('o-new', 'correct', { elderId, changes })
    expect(corrected).toMatchObject({ ...whole, ...changes })
    for (const reader of ['o-clerk', 'o-manager']) {
      const file = await by<ElderFile>(reader, 'file', { elderId })
      expect(file).toMatchObject({ phone: '138****2222', room: null, contacts: [{ phone: '139****3333' }] })
    }
  })
})

describe('people.reveal', () => {
  const revealed = (openid: string, elderId: string, field: string) =>
    by<{ values: { name: string | null; value: string }[] }>(openid, 'reveal', {
      elderId,
      field,
      reason: '约上门时间',
    })

  it('shows what is masked, and the elder who looked and why', async () => {
    const { elderId } = await by<Registered>('o-new', 'registerSelf', byHerself())
    expect(await revealed('o-clerk', elderId, 'phone')).toEqual({ values: [{ name: null, value: PHONE }] })
    expect(await revealed('o-clerk', elderId, 'contacts')).toEqual({
      values: [{ name: '赵明', value: SONS_PHONE }],
    })
    expect(await revealed('o-coordinator', elderId, 'phone')).toMatchObject({ values: [{ value: PHONE }] })
    for (const field of ['contacts', 'idNumber']) {
      expect(await codeBy('o-coordinator', 'reveal', { elderId, field, reason: '约上门时间' })).toBe(
        'FORBIDDEN',
      )
    }
    expect(await revealed('o-clerk', elderId, 'idNumber')).toEqual({
      values: [{ name: null, value: ID_NUMBER }],
    })
    expect(await revealed('o-clerk', elderId, 'address')).toEqual({
      values: [{ name: null, value: '长江路 20 弄 1 号 101 室' }],
    })
    const lines = await by<LogLine[]>('o-new', 'log', { elderId })
    const looks = lines.filter(({ action }) => action === 'people.reveal')
    expect(looks.map(({ about, reason, role }) => [about, reason, role]).sort()).toEqual([
      ['address', '约上门时间', 'clerk'],
      ['contacts', '约上门时间', 'clerk'],
      ['idNumber', '约上门时间', 'clerk'],
      ['phone', '约上门时间', 'clerk'],
      ['phone', '约上门时间', 'coordinator'],
    ])
    expect(JSON.stringify(lines)).not.toContain(PHONE)
  })

  it('is refused without a reason, and to whoever has no need', async () => {
    const { elderId } = await registerAt()
    const before = await cloud.stored('auditLog')
    for (const reason of [undefined, '', '  ']) {
      expect(await codeBy('o-clerk', 'reveal', { elderId, field: 'phone', reason })).toBe('BAD_INPUT')
    }
    for (const openid of [
      'o-other-clerk',
      'o-other-coordinator',
      'o-daughter',
      'o-volunteer',
      'o-supervisor',
    ]) {
      expect(await codeBy(openid, 'reveal', { elderId, field: 'phone', reason: '看看' })).toBe('FORBIDDEN')
    }
    expect(await codeBy('o-daughter', 'reveal', { elderId: 'e-wang', field: 'phone', reason: '看看' })).toBe(
      'FORBIDDEN',
    )
    expect(await cloud.stored('auditLog')).toEqual(before)
  })
})

describe('people.file', () => {
  it('writes down that staff looked, once a day, and not that family did', async () => {
    const read = (openid: string) => by(openid, 'file', { elderId: 'e-wang' })
    for (const openid of ['o-clerk', 'o-clerk', 'o-daughter', 'o-wang']) await read(openid)
    expect(await cloud.stored('auditLog')).toMatchObject([{ action: 'people.file', openid: 'o-clerk' }])
    cloud.emulator.clock.set(new Date(NOW.getTime() + 24 * 60 * 60_000))
    await read('o-clerk')
    expect(await cloud.stored('auditLog')).toHaveLength(2)
  })

  it('shows health and categories to those whom they concern', async () => {
    const full = {
      ...wang,
      diet: ['soft' as const],
      ability: { grade: 2, assessor: '孙评估', on: '2026-01-05' },
    }
    await cloud.restock(aNeighbourhood({ elders: [full, chen] }))
    const seen = async (openid: string) => {
      const { health, categories, idTail } = await by<ElderFile>(openid, 'file', { elderId: 'e-wang' })
      return [health?.ability?.grade ?? null, categories?.length ?? null, idTail]
    }
    expect(await seen('o-wang')).toEqual([2, 1, null])
    expect(await seen('o-clerk')).toEqual([2, 1, null])
    expect(await seen('o-health')).toEqual([2, null, null])
    expect(await seen('o-daughter')).toEqual([null, null, null])
  })
})

describe('changed keys', () => {
  const { FIELD_KEYS = '', DIGEST_KEYS = '' } = functionVariables({})
  const NEW = `new:${Buffer.alloc(32, 'n').toString('base64')}`
  let rotated: TestCloud
  let lost: TestCloud
  beforeAll(async () => {
    const variables = { FIELD_KEYS: `${NEW},${FIELD_KEYS}`, DIGEST_KEYS: `${NEW},${DIGEST_KEYS}` }
    rotated = await aCloud({ variables })
    lost = await aCloud({ variables: { FIELD_KEYS: NEW } })
  })
  afterAll(() => Promise.all([rotated.close(), lost.close()]))

  /** Everything as it is stored, under other keys. */
  const moveTo = async (other: TestCloud) => {
    await other.restock({})
    for (const [name, documents] of Object.entries(await cloud.emulator.engine.dump())) {
      await other.emulator.engine.seed(name, documents)
    }
  }
  it('that are lost leave her what can still be read of it', async () => {
    const { elderId } = await by<Registered>('o-new', 'registerSelf', byHerself())
    await moveTo(lost)
    expect(await people(lost).by('o-new', 'file', { elderId })).toMatchObject({
      phone: '138****2222',
      room: '101 室',
      contacts: [{ phone: '139****3333' }],
    })
  })

  const open = (at: TestCloud, elderId: string, field: string) =>
    at.as('o-clerk').call('people.reveal', { elderId, field, reason: '核对' })

  it('with the old ones still there open what was sealed, and find who was registered', async () => {
    const { elderId } = await registerAt()
    await moveTo(rotated)
    for (const [field, value] of [
      ['phone', PHONE],
      ['idNumber', ID_NUMBER],
      ['contacts', SONS_PHONE],
    ] as const) {
      expect(await open(rotated, elderId, field)).toMatchObject({ data: { values: [{ value }] } })
    }
    const { by: rotatedBy } = people(rotated)
    const again = await rotated.as('o-manager').call('people.registerAt', atCounter())
    expect(again).toMatchObject({ code: 'ALREADY_REGISTERED', detail: { elderId } })
    await rotatedBy('o-new', 'ask', {
      by: { idNumber: ID_NUMBER, elderName: '赵桂芳' },
      relation: 'son',
      scopes: ['view'],
      name: '赵明',
    })
  })

  it('take over what is written from then on', async () => {
    const { elderId } = await registerAt()
    await moveTo(rotated)
    const { by: rotatedBy } = people(rotated)
    const [before] = await rotated.stored('identities')
    const identity = { idNumber: ID_NUMBER }
    await rotatedBy('o-clerk', 'verify', { elderId, identity, reason: '看了身份证' })
    await rotatedBy('o-clerk', 'correct', { elderId, changes: { phone: '13700004444' } })
    const [after, ...more] = await rotated.stored('identities')
    expect(more).toEqual([])
    expect(after).toMatchObject({ elderId })
    expect(after?.id).not.toBe(before?.id)
    const kept = await rotated.one('elders', elderId)
    expect(kept?.idNumber?.sealed).toMatch(/^v1\.new\./)
    expect(kept?.phone?.sealed).toMatch(/^v1\.new\./)
    expect(await open(rotated, elderId, 'idNumber')).toMatchObject({
      data: { values: [{ value: ID_NUMBER }] },
    })
  })

  it('without the old one say so, and leave the rest of the file open', async () => {
    const { elderId } = await registerAt()
    await moveTo(lost)
    const lines = await lost.stored('auditLog')
    for (const field of ['phone', 'idNumber', 'contacts']) {
      expect(codeOf(await open(lost, elderId, field))).toBe('KEY_LOST')
    }
    expect(await lost.stored('auditLog')).toEqual(lines)
    expect(codeOf(await open(lost, elderId, 'address'))).toBe('accepted')
    const { by: lostBy } = people(lost)
    expect(await lostBy('o-clerk', 'file', { elderId })).toMatchObject({
      name: '赵桂芳',
      phone: '138****2222',
      idTail: ID_NUMBER.slice(-4),
    })
    const meal = { sittingId: 'st-one_2026-11-22_lunch', elderId, mode: 'dineIn', setId: 'fish' }
    accepted(await lost.as('o-clerk').call('meals.bookFor', { ...meal, channel: 'counter' }))
  })

  it('without the old one can be healed by telling the numbers again', async () => {
    const { elderId } = await registerAt()
    await moveTo(lost)
    const { by: lostBy } = people(lost)
    await lostBy('o-clerk', 'correct', { elderId, changes: { phone: PHONE, contacts: zhao.contacts } })
    await lostBy('o-clerk', 'verify', { elderId, identity: { idNumber: ID_NUMBER }, reason: '看了身份证' })
    for (const [field, value] of [
      ['phone', PHONE],
      ['contacts', SONS_PHONE],
      ['idNumber', ID_NUMBER],
    ] as const) {
      expect(await open(lost, elderId, field)).toMatchObject({ ok: true, data: { values: [{ value }] } })
    }
    expect(await lost.stored('identities')).toMatchObject([{ elderId }])
  })
})

describe('a neighbourhood point', () => {
  const point = aStation({ id: 'st-point', name: '梧桐里睦邻点', kind: 'neighbourhoodPoint' })
  const begin = (accounts = aNeighbourhood().accounts ?? []) =>
    cloud.restock(aNeighbourhood({ accounts, stations: [...(aNeighbourhood().stations ?? []), point] }))
  const there = { stationId: 'st-point' }
  const moved = { elderId: 'e-wang', ...there, from: TODAY, building: '梧桐里', room: null, place: null }

  it.each([
    ['o-new', 'registerSelf', byHerself(there)],
    ['o-new', 'registerKin', byKin(there)],
    ['o-wang', 'move', moved],
  ] as const)('where nobody works looks after nobody: %s, %s', async (openid, action, input) => {
    await begin()
    const before = [await cloud.stored('elders'), await cloud.stored('accounts')]
    expect(await codeBy(openid, action, input)).toBe('STATION_UNSTAFFED')
    expect([await cloud.stored('elders'), await cloud.stored('accounts')]).toEqual(before)
  })

  it('where somebody works looks after elders, until that one is gone', async () => {
    await begin([...(aNeighbourhood().accounts ?? []), aMember('o-point', 'clerk', 'st-point')])
    expect(await by('o-new', 'registerKin', byKin(there))).toMatchObject({ stationName: '梧桐里睦邻点' })
    await begin([
      ...(aNeighbourhood().accounts ?? []),
      aMember('o-point', 'clerk', 'st-point', { state: 'ended' }),
    ])
    expect(await codeBy('o-new', 'registerKin', byKin(there))).toBe('STATION_UNSTAFFED')
  })

  /** As it is stored, but for one account. */
  const loseAccount = async (openid: string) => {
    const all = Object.entries(await cloud.emulator.engine.dump())
    await cloud.emulator.reset({ demo: false })
    for (const [name, documents] of all)
      await cloud.emulator.engine.seed(
        name,
        documents.filter(({ _id }) => _id !== openid),
      )
  }

  it.each([
    ['o-new', 'registerSelf', byHerself(there)],
    ['o-new', 'registerKin', byKin(there)],
    ['o-wang', 'move', moved],
    ['o-wang', 'move', { ...moved, key: 'one-move' }],
  ] as const)(
    'answers %s who sends %s again as before, once nobody works there',
    async (openid, action, input) => {
      await begin([...(aNeighbourhood().accounts ?? []), aMember('o-point', 'clerk', 'st-point')])
      const first = await by(openid, action, input)
      await loseAccount('o-point')
      expect(await by(openid, action, input)).toEqual(first)
    },
  )
})

describe('people.correct', () => {
  const correct = (openid: string, changes: object, elderId = 'e-wang') =>
    reply(openid, 'correct', { elderId, changes })

  it('moves her place in every account that knows it', async () => {
    const place = { lng: 120.7, lat: 31.4 }
    accepted(await correct('o-wang', { place }))
    expect((await by<Me>('o-wang', 'me')).elders).toMatchObject([{ place }])
    for (const openid of ['o-daughter', 'o-viewer', 'o-health', 'o-log']) {
      expect((await by<Me>(openid, 'me')).elders).toMatchObject([
        { id: 'e-wang', place, relation: 'daughter' },
      ])
    }
    expect(await cloud.one('accounts', 'o-stranger')).toMatchObject({ relations: [{ place: chen.place }] })
  })

  it('takes a telephone away, and with it what finds her by it', async () => {
    const { elderId } = await registerAt()
    accepted(await correct('o-clerk', { phone: null }, elderId))
    expect(await elder(elderId)).toMatchObject({ phone: null, phoneTail: null })
    expect(await find('2222')).toEqual([])
  })

  it('keeps the number of a contact for whom none is given, and asks for that of a new one', async () => {
    const { elderId } = await registerAt()
    const wei = { name: '赵伟', relation: 'grandchild', phone: '13800004444' }
    const ming = { name: '赵明', relation: 'son', phone: null }
    accepted(await correct('o-clerk', { contacts: [wei, ming] }, elderId))
    const look = { elderId, field: 'contacts', reason: '核对' }
    expect(await by('o-clerk', 'reveal', look)).toEqual({
      values: [
        { name: '赵伟', value: '13800004444' },
        { name: '赵明', value: SONS_PHONE },
      ],
    })
    const before = await elder(elderId)
    const nobody = { ...ming, name: '赵亮' }
    expect(codeOf(await correct('o-clerk', { contacts: [nobody] }, elderId))).toBe('BAD_INPUT')
    expect(await elder(elderId)).toEqual(before)
  })

  it('changes nothing where nothing is new', async () => {
    const { elderId } = await registerAt()
    const before = await elder(elderId)
    const { phone, contacts, diet, room } = zhao
    accepted(await correct('o-clerk', { phone, contacts, diet, room }, elderId))
    expect(await elder(elderId)).toEqual(before)
    expect((await cloud.stored('auditLog')).map(({ action }) => action)).toEqual(['people.registerAt'])
  })

  it('keeps facts of health only where she agreed to it, and deletes them with her yes', async () => {
    const { elderId } = await registerAt({ agreed: yesTo('service') })
    expect(await elder(elderId)).toMatchObject({ diet: [], allergies: [] })
    const refused = { code: 'CONSENT_MISSING', detail: { purposes: ['health'] } }
    expect(await correct('o-clerk', { diet: ['soft'] }, elderId)).toMatchObject(refused)
    expect(await correct('o-clerk', { allergies: ['花生'] }, elderId)).toMatchObject(refused)
    const assessed = {
      elderId,
      ability: { grade: 3, assessor: '孙评估', on: '2026-11-01' },
      reason: '评估表',
    }
    expect(await reply('o-clerk', 'verify', assessed)).toMatchObject(refused)
    expect(await correct('o-clerk', { place: zhao.place }, elderId)).toMatchObject({
      code: 'CONSENT_MISSING',
      detail: { purposes: ['location'] },
    })
    expect((await by<ElderFile>('o-clerk', 'file', { elderId })).health).toBeNull()

    const [agreed] = yesTo('health')
    await by('o-clerk', 'consent', { elderId, agreed, isGiven: true, paper })
    accepted(await correct('o-clerk', { diet: ['soft'], allergies: ['花生'] }, elderId))
    await by('o-clerk', 'verify', assessed)
    expect((await by<ElderFile>('o-clerk', 'file', { elderId })).health).toMatchObject({
      ability: { grade: 3 },
    })
    await by('o-clerk', 'consent', { elderId, agreed, isGiven: false, paper })
    expect(await elder(elderId)).toMatchObject({ diet: [], allergies: [], ability: null })
  })

  it.each([
    ['a relative who may order says where she lives', 'o-daughter', { building: '黄河路 2 号' }, 'accepted'],
    ['a relative without the scope says what she eats', 'o-daughter', { diet: ['soft'] }, 'FORBIDDEN'],
    ['a relative who may only look', 'o-viewer', { building: '黄河路 2 号' }, 'FORBIDDEN'],
    ['another family', 'o-stranger', { building: '黄河路 2 号' }, 'FORBIDDEN'],
    ['another station', 'o-other-clerk', { building: '黄河路 2 号' }, 'FORBIDDEN'],
  ])('%s (%s, %j): %s', async (_case, openid, changes, code) => {
    expect(codeOf(await correct(openid, changes))).toBe(code)
    if (code !== 'accepted') expect(await elder('e-wang')).toMatchObject(wang)
    else expect(await elder('e-wang')).toMatchObject(changes)
  })
})

describe('people.verify', () => {
  const verify = (openid: string, input: object, elderId = 'e-wang') =>
    reply(openid, 'verify', { elderId, reason: '看了身份证和户口本', ...input })

  it('moves her name in every account that knows it', async () => {
    accepted(await verify('o-clerk', { identity: { name: '汪秀英' } }))
    expect(await by<Me>('o-wang', 'me')).toMatchObject({
      name: '汪秀英',
      elders: [{ name: '汪秀英', politeName: '汪奶奶' }],
    })
    for (const openid of ['o-daughter', 'o-viewer', 'o-health', 'o-log']) {
      expect(await by<Me>(openid, 'me')).toMatchObject({
        name: '某人',
        elders: [{ name: '汪秀英', politeName: '汪奶奶' }],
      })
    }
    expect(await find('王')).toEqual([])
    expect(await elder('e-wang')).toMatchObject({ verifiedBy: '某人' })
    expect(await by<LogLine[]>('o-wang', 'log', { elderId: 'e-wang' })).toMatchObject([
      { action: 'people.verify', about: 'identity', reason: '看了身份证和户口本' },
    ])
  })

  it('lets the id number decide, from then on', async () => {
    const { elderId } = await registerAt({ elder: unnumbered })
    const other = idNumberOf('1951-04-05', 'female')
    accepted(await verify('o-clerk', { identity: { idNumber: ID_NUMBER } }, elderId))
    expect(await verify('o-clerk', { identity: { birthDate: '1951-04-05' } }, elderId)).toMatchObject({
      code: 'BAD_ID_NUMBER',
      detail: { why: 'birthDate' },
    })
    expect(await verify('o-clerk', { identity: { sex: 'male' } }, elderId)).toMatchObject({
      code: 'BAD_ID_NUMBER',
      detail: { why: 'sex' },
    })
    expect(await elder(elderId)).toMatchObject({ birthDate: '1950-02-03', sex: 'female' })

    accepted(await verify('o-clerk', { identity: { idNumber: other } }, elderId))
    expect(await elder(elderId)).toMatchObject({
      birthDate: '1951-04-05',
      idNumber: { tail: other.slice(-4) },
    })
    expect(await cloud.stored('identities')).toHaveLength(1)
    expect(await codeBy('o-clerk', 'registerAt', atCounter())).toBe('accepted')
  })

  it('gives nobody the id number of another', async () => {
    const { elderId } = await registerAt()
    expect(await verify('o-clerk', { identity: { idNumber: ID_NUMBER } })).toMatchObject({
      code: 'ALREADY_REGISTERED',
      detail: { elderId },
    })
    expect(await elder('e-wang')).toMatchObject(wang)
  })

  it('keeps categories only where she agreed to it', async () => {
    const { elderId } = await registerAt()
    const held = {
      category: 'lowIncome',
      from: '2026-01-01',
      to: null,
      evidence: '证明',
      verifiedBy: '自己写的',
    }
    expect(await verify('o-clerk', { categories: [held] }, elderId)).toMatchObject({
      code: 'CONSENT_MISSING',
      detail: { purposes: ['category'] },
    })
    const [agreed] = yesTo('category')
    await by('o-clerk', 'consent', { elderId, agreed, isGiven: true, paper })
    accepted(await verify('o-clerk', { categories: [held] }, elderId))
    expect(await elder(elderId)).toMatchObject({ categories: [{ ...held, verifiedBy: '某人' }] })
  })

  it('is a clerk’s of her station only', async () => {
    for (const openid of ['o-wang', 'o-daughter', 'o-other-clerk', 'o-coordinator', 'o-volunteer']) {
      expect(codeOf(await verify(openid, { identity: { name: '汪秀英' } }))).toBe('FORBIDDEN')
    }
    expect(await elder('e-wang')).toMatchObject(wang)
  })
})

describe('people.renewCard', () => {
  const renew = (code: string) => by<Card>('o-clerk', 'renewCard', { elderId: 'e-wang', code })

  it('makes the old card worthless, and gives one new card however often it is asked', async () => {
    const card = await renew(wang.code)
    expect(card.code).not.toBe(wang.code)
    expect(await renew(wang.code)).toEqual(card)
    expect(await find(wang.code)).toEqual([])
    expect(await find(card.code)).toMatchObject([{ id: 'e-wang' }])
    const ask = { relation: 'son', scopes: ['view'], name: '王强' }
    expect(await codeBy('o-new', 'ask', { by: { code: wang.code }, ...ask })).toBe('NOT_FOUND_BY_THIS')
    expect(await codeBy('o-new', 'ask', { by: { code: card.code }, ...ask })).toBe('accepted')
    expect(
      (await cloud.stored('auditLog')).filter(({ action }) => action === 'people.renewCard'),
    ).toHaveLength(1)
  })

  it('gives a card however many were lost', async () => {
    const codes = new Set([wang.code])
    let { code } = wang
    for (let nth = 0; nth < 25; nth++) {
      code = (await renew(code)).code
      codes.add(code)
    }
    expect(codes.size).toBe(26)
    expect((await cloud.stored('cards')).filter(({ elderId }) => elderId === 'e-wang')).toHaveLength(1)
  })
})

describe('an elder’s circle that knows her by her card', () => {
  it('keeps a relative in after the card was renewed', async () => {
    const asked = aRelation(anElder({ openid: 'o-wang' }), 'o-stranger', { state: 'asked', granted: null })
    await cloud.restock(aNeighbourhood({ relations: [asked] }))
    await by('o-clerk', 'renewCard', { elderId: 'e-wang', code: wang.code })
    await by('o-wang', 'grant', { memberId: relationId('e-wang', personOf('o-stranger')), scopes: ['view'] })
    expect((await by<Me>('o-stranger', 'me')).elders.map(({ id }) => id)).toContain('e-wang')
  })
})
