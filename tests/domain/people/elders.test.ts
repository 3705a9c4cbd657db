import fc from 'fast-check'
import { type Grant, grantFor } from '../../../cloudfunctions/_domain/access/grants'
import { changeSayable, touchesHealth } from '../../../cloudfunctions/_domain/people/elders/changing'
import { ERASED, eraseElder } from '../../../cloudfunctions/_domain/people/elders/forgetting'
import { identityOf } from '../../../cloudfunctions/_domain/people/elders/identity'
import { registerElder } from '../../../cloudfunctions/_domain/people/elders/registering'
import { elderFile, rosterRow } from '../../../cloudfunctions/_domain/people/elders/shown'
import { summaryOf, withSummary } from '../../../cloudfunctions/_domain/people/elders/summary'
import { noConsents } from '../../../cloudfunctions/_domain/people/privacy/consents'
import { ElderRecord } from '../../../cloudfunctions/_domain/people/records'
import { roles, type Scope, scopes } from '../../../types/contract'
import { diets } from '../../../types/people/diets'
import { ElderFile, elderActions, type NewElder } from '../../../types/people/elders'
import { hukous, livings } from '../../../types/people/livings'
import { RosterRow } from '../../../types/people/privacy'
import { KinRelation } from '../../../types/people/relations'
import {
  aKnownElder,
  aMember,
  anAccount,
  anElder,
  anElderAccount,
  aRelative,
  aStation,
  aYes,
  DISTRICT,
  NOW,
} from '../builders'

const SETTINGS = { seed: 20261121, numRuns: 200 }
const station = aStation({ place: { lng: 121, lat: 32 } })
/** A number of the standard: a woman, born on 31 December 1949. */
const ID_NUMBER = '11010519491231002X'

/** Every set of some of these. */
const subsets = <T>(all: readonly T[]): T[][] =>
  all.reduce<T[][]>((sets, one) => sets.flatMap((set) => [set, [...set, one]]), [[]])

/** The same, each with its words for a title. */
const titled = <T extends string>(all: readonly T[]): [string, T[]][] =>
  subsets(all).map((some) => [some.join(' and ') || 'nothing', some])

describe('identityOf', () => {
  it.each([
    ['an id number alone', { idNumber: ID_NUMBER }],
    ['an id number and what agrees with it', { idNumber: ID_NUMBER, birthDate: '1949-12-31' }],
    ['an id number as somebody types it', { idNumber: '110105 19491231 002x' }],
  ])('reads birth date, sex and the written number off %s', (_case, typed) => {
    expect(identityOf(typed, NOW)).toMatchObject({
      birthDate: '1949-12-31',
      sex: 'female',
      idNumber: ID_NUMBER,
    })
  })

  it.each([
    ['shape', { idNumber: '1101051949' }],
    ['checksum', { idNumber: '110105194912310021' }],
    ['birthDate', { idNumber: ID_NUMBER, birthDate: '1949-12-30' }],
    ['sex', { idNumber: ID_NUMBER, sex: 'male' as const }],
  ])('refuses an id number for its %s, and does not repeat it', (why, typed) => {
    expect(() => identityOf(typed, NOW)).toThrow(
      expect.objectContaining({ code: 'BAD_ID_NUMBER', detail: { why } }),
    )
  })

  it.each([null, undefined])('takes birth date and sex as typed without an id number: %s', (idNumber) => {
    const typed = { birthDate: '1944-03-05', sex: 'male' as const, idNumber }
    expect(identityOf(typed, NOW)).toEqual({ birthDate: '1944-03-05', sex: 'male', idNumber: null })
  })

  it.each([
    [{}, ['elder.birthDate', 'elder.sex']],
    [{ sex: 'female' as const }, ['elder.birthDate']],
    [{ birthDate: '1944-03-05' }, ['elder.sex']],
  ])('names what is missing of %j', (typed, fields) => {
    expect(() => identityOf(typed, NOW)).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', detail: { fields } }),
    )
  })

  it.each([
    ['today', '2026-11-21', true],
    ['tomorrow', '2026-11-22', false],
  ])('of somebody born %s is read: %s', (_case, birthDate, isRead) => {
    const read = () => identityOf({ birthDate, sex: 'female' }, NOW)
    if (isRead) expect(read().birthDate).toBe(birthDate)
    else expect(read).toThrow(expect.objectContaining({ detail: { fields: ['elder.birthDate'] } }))
  })
})

describe('registerElder', () => {
  const wish: NewElder = {
    name: '王秀英',
    building: '长江路 18 弄 2 号',
    living: 'alone',
    place: { lng: 120.5, lat: 31.5 },
    diet: ['soft'],
    allergies: ['花生'],
  }
  const known = { birthDate: '1944-03-05', sex: 'female' as const, idNumber: null }
  const about = {
    id: 'e-new',
    code: '12345678',
    state: 'active' as const,
    consents: noConsents,
    verifiedBy: null,
    openid: null,
    circle: [],
    readings: [],
    station,
    sealed: { idNumber: null, phone: null, phoneTail: null, contacts: [] },
  }

  it.each(titled(['health', 'location'] as const))('keeps what she agreed to: %s', (_case, agreed) => {
    const [health, place] = [agreed.includes('health'), agreed.includes('location')]
    const consents = { ...noConsents, ...(health && { health: aYes }), ...(place && { location: aYes }) }
    expect(registerElder(wish, known, { ...about, consents })).toMatchObject({
      diet: health ? ['soft'] : [],
      allergies: health ? ['花生'] : [],
      place: place ? wish.place : station.place,
      consents,
    })
  })

  it('gives her the station’s place where she says none, and says that it is not hers', () => {
    const consents = { ...noConsents, location: aYes }
    const stands = { place: station.place, isPlaceUnknown: true }
    for (const place of [null, undefined])
      expect(registerElder({ ...wish, place }, known, { ...about, consents })).toMatchObject(stands)
    expect(registerElder(wish, known, about)).toMatchObject(stands)
    expect(registerElder(wish, known, { ...about, consents }).isPlaceUnknown).toBe(false)
  })

  it('belongs to her station, and holds no category and no grade that nobody has seen', () => {
    const elder = registerElder(wish, known, about)
    expect(elder).toMatchObject({
      stationId: 'st-one',
      stationName: '一号驿站',
      townId: 't-east',
      district: DISTRICT,
      categories: [],
      ability: null,
      verifiedBy: null,
      room: null,
      hukou: null,
    })
    expect(ElderRecord.parse(elder)).toEqual(elder)
  })

  it('keeps no id number as it was typed', () => {
    const typed = { ...wish, idNumber: ID_NUMBER, phone: '13800000001' }
    const text = JSON.stringify(registerElder(typed, { ...known, idNumber: ID_NUMBER }, about))
    expect(text).not.toContain(ID_NUMBER)
    expect(text).not.toContain('13800000001')
  })
})

describe('withSummary', () => {
  const elder = anElder()
  const renamed = anElder({ name: '王秀瑛', place: { lng: 1, lat: 2 } })

  it('brings her own account up to date, its name too', () => {
    expect(withSummary(anElderAccount('o-wang', elder), renamed)).toEqual(anElderAccount('o-wang', renamed))
  })

  it('leaves the name under which others know whoever uses it', () => {
    const account = { ...anElderAccount('o-wang', elder), name: '王阿姨' }
    const known = { ...account, relations: aRelative('x', anElder({ id: 'e-liu' })).relations }
    expect(withSummary(known, renamed)).toMatchObject({ name: '王阿姨', self: { name: '王秀瑛' } })
  })

  it('brings up to date what a relative’s account keeps of her, and not what they may do', () => {
    expect(withSummary(aRelative('o-daughter', elder), renamed)).toEqual(aRelative('o-daughter', renamed))
  })

  it('leaves other elders alone, also where the account is one’s own', () => {
    const other = anElder({ id: 'e-liu', name: '刘国强' })
    const account = { ...anElderAccount('o-liu', other), relations: aRelative('x', other).relations }
    expect(withSummary(account, renamed)).toEqual(account)
  })

  it('keeps no more of her than name, place, whether it is hers, whether she was seen, station, what came back and whether she lives', () => {
    expect(Object.keys(summaryOf(aKnownElder())).sort()).toEqual([
      'diedOn',
      'elderId',
      'isPlaceUnknown',
      'isUnseen',
      'name',
      'place',
      'politeName',
      'returned',
      'stationId',
    ])
  })
})

describe('changeSayable', () => {
  const elder = aKnownElder()

  it('changes what is said and nothing else', () => {
    const changes = { room: '903 室', living: 'alone' as const, allergies: [] }
    expect(changeSayable(elder, changes, station)).toEqual({ ...elder, ...changes })
    expect(changeSayable(elder, {}, station)).toEqual(elder)
  })

  it('gives her the station’s place where hers is taken away', () => {
    const taken = changeSayable(elder, { place: null }, station)
    expect(taken).toMatchObject({ place: station.place, isPlaceUnknown: true })
    const marked = { place: { lng: 1, lat: 2 }, isPlaceUnknown: false }
    expect(changeSayable(taken, { place: { lng: 1, lat: 2 } }, station)).toMatchObject(marked)
    expect(changeSayable(taken, { room: '903 室' }, station).isPlaceUnknown).toBe(true)
  })

  it('never writes a telephone number as it was typed', () => {
    const contacts = [{ name: '李敏', relation: 'daughter' as const, phone: '13800000002' }]
    const changed = changeSayable(elder, { phone: '13800000001', contacts }, station)
    expect(changed).toEqual(elder)
  })
})

describe('touchesHealth', () => {
  it.each([
    [{ diet: ['soft' as const] }, true],
    [{ allergies: ['花生'] }, true],
    [{ diet: [], allergies: [] }, false],
    [{ room: '301 室' }, false],
    [{}, false],
  ])('of %j is %s: what is taken away needs no consent', (changes, touches) => {
    expect(touchesHealth(changes)).toBe(touches)
  })
})

describe('eraseElder', () => {
  const erased = eraseElder(aKnownElder(), station, 'o-clerk')

  it.each([
    ['name', '欧阳', '若兰', 'ou欧yang阳'],
    ['id number', 'sealed-id', '473X', 'digest-of-id'],
    ['telephone', 'sealed-phone', '139', '2468'],
    ['address', '枫桥', '902'],
    ['place', '120.777', '31.888'],
    ['birthday', '07-19'],
    ['time in the district', '1999-09-09'],
    ['categories', 'severeDisability', '2021-02-03', '残疾证', '钱经办'],
    ['health', '"grade"', '孙评估', '2025-05-06', 'soft', 'noSpice', '花生'],
    ['contacts', '周建国', 'neighbour', 'sealed-contact', '1357'],
    ['consents', '王秀英', '"at"'],
    ['phones of her own and of her circle', 'o-known', 'o-kin'],
    ['who checked her papers', '吴核对'],
  ])('leaves nothing of her %s', (_case, ...markers) => {
    const before = JSON.stringify(aKnownElder())
    const after = JSON.stringify(erased)
    for (const marker of markers) {
      expect(before).toContain(marker)
      expect(after).not.toContain(marker)
    }
  })

  // Her name stands beside it on the card in her hands.
  it('leaves nothing of her card’s code', () => {
    expect(JSON.stringify(erased)).not.toContain('87654321')
  })

  it('keeps the id, so that accounts still add up, the year, and who deleted the rest', () => {
    expect(erased).toMatchObject({
      id: 'e-known',
      district: DISTRICT,
      state: 'erased',
      name: ERASED,
      birthDate: '1941-01-01',
      erasedBy: 'o-clerk',
    })
    expect(ElderRecord.parse(erased)).toEqual(erased)
  })

  it('changes nothing when it is done again', () => {
    expect(eraseElder(erased, station, 'o-clerk')).toEqual(erased)
  })

  it('leaves the same of everybody, whatever was known', () => {
    const text = fc.string({ minLength: 1 })
    const personal = fc.record({
      state: fc.constantFrom('pending' as const, 'active' as const),
      name: text,
      birthDate: fc.constantFrom('1941-01-01', '1941-07-19', '1941-12-31'),
      idNumber: fc.option(fc.record({ sealed: text, tail: text, digest: text })),
      phone: fc.option(fc.record({ sealed: text, masked: text })),
      phoneTail: fc.option(text),
      building: text,
      room: fc.option(text),
      place: fc.record({ lng: fc.double({ noNaN: true }), lat: fc.double({ noNaN: true }) }),
      residentSince: fc.option(text),
      ability: fc.option(fc.record({ grade: fc.integer({ min: 0, max: 4 }), assessor: text, on: text })),
      diet: fc.subarray([...diets]),
      allergies: fc.array(text),
      contacts: fc.array(
        fc.record({ name: text, relation: fc.constant('son' as const), sealed: text, masked: text }),
      ),
      consents: fc.constantFrom(noConsents, anElder().consents),
      verifiedBy: fc.option(text),
      openid: fc.option(text),
      circle: fc.array(text),
    })
    fc.assert(
      fc.property(personal, (own) => {
        expect(eraseElder(aKnownElder(own), station, 'o-clerk')).toEqual(erased)
      }),
      SETTINGS,
    )
  })
})

describe('elderFile', () => {
  const consented = titled(['health', 'category'] as const)
  const elderWith = (agreed: readonly string[]) =>
    aKnownElder({
      consents: {
        ...noConsents,
        health: agreed.includes('health') ? aYes : null,
        category: agreed.includes('category') ? aYes : null,
      },
    })
  type Reader = Pick<Grant, 'role' | 'relation'>
  const kin = (relation: string, granted: readonly Scope[]): Reader => ({
    role: 'family',
    relation: {
      ...summaryOf(aKnownElder()),
      relation: KinRelation.parse(relation),
      scopes: scopes.filter((scope) => granted.includes(scope)),
      state: 'granted',
      until: null,
    },
  })
  const show = (grant: Reader, agreed: readonly string[] = ['health', 'category']) =>
    elderFile(elderWith(agreed), grant, NOW)
  /** Which of the three guarded parts a reader is shown. */
  const guarded = (grant: Reader, agreed: readonly string[]) => {
    const { idTail, health, categories } = show(grant, agreed)
    return { idTail: idTail !== null, health: health !== null, categories: categories !== null }
  }
  const everything = (agreed: readonly string[]) => ({
    idTail: true,
    health: agreed.includes('health'),
    categories: agreed.includes('category'),
  })
  const relatives = KinRelation.options.filter((relation) => relation !== 'guardian')

  describe.each(consented)('where she agreed to %s', (_words, agreed) => {
    const deciders: [string, Reader][] = [
      ['the elder', { role: 'elder', relation: null }],
      ...subsets(scopes).map((granted): [string, Reader] => [
        `her guardian, for ${granted.join(', ') || 'nothing more'}`,
        kin('guardian', granted),
      ]),
    ]

    it.each(deciders)('shows %s what she agreed to, and the tail of her id number', (_case, grant) => {
      expect(guarded(grant, agreed)).toEqual(everything(agreed))
    })

    it.each(['clerk', 'manager'] as const)('shows a %s of her station the same', (role) => {
      expect(guarded({ role, relation: null }, agreed)).toEqual(everything(agreed))
    })

    it.each(relatives)('shows her %s health by its scope alone, and never more', (relation) => {
      for (const granted of subsets(scopes))
        expect(guarded(kin(relation, granted), agreed)).toEqual({
          idTail: false,
          health: granted.includes('health') && agreed.includes('health'),
          categories: false,
        })
    })

    // Neither family without a relation nor any of these roles may open a file or reveal what is in it.
    it.each(['family', 'kitchen', 'careWorker', 'volunteer', 'supervisor'] as const)(
      'shows none of the three to %s who is no relative',
      (role) => {
        const { may } = show({ role, relation: null }, agreed)
        expect(may).toEqual({ correct: false, verify: false, reveal: false, decide: false })
        expect(guarded({ role, relation: null }, agreed)).toEqual({
          idTail: false,
          health: false,
          categories: false,
        })
      },
    )
  })

  it('shows nobody a number in full, a seal or an account, and a room to herself and her family alone', () => {
    const readers: Reader[] = [
      ...roles.map((role): Reader => ({ role, relation: null })),
      ...KinRelation.options.map((relation) => kin(relation, scopes)),
    ]
    for (const reader of readers) {
      const text = JSON.stringify(show(reader))
      expect(text).not.toMatch(/sealed-|digest-of|o-known|o-kin|吴核对|87654321|120\.777/)
      expect(text.includes('902 室')).toBe(reader.role === 'elder' || reader.relation !== null)
      expect(show(reader)).toMatchObject({
        phone: '139****2468',
        contacts: [{ name: '周建国', relation: 'neighbour', phone: '137****1357' }],
      })
    }
  })

  it('tells what there is behind the masks, and her age in Shanghai', () => {
    const file = show({ role: 'elder', relation: null })
    expect(file).toMatchObject({ hasRoom: true, hasOwnPhone: true, isVerified: true, idTail: '473X' })
    expect(ElderFile.parse(file)).toEqual(file)
    const bare = anElder({ room: null, verifiedBy: null, birthDate: '1944-11-22' })
    const asked = (now: string) => elderFile(bare, { role: 'elder', relation: null }, new Date(now))
    expect(asked('2026-11-21T15:59:00Z')).toMatchObject({
      hasRoom: false,
      hasOwnPhone: false,
      isVerified: false,
      idTail: null,
      phone: null,
      age: 81,
    })
    expect(asked('2026-11-21T16:00:00Z').age).toBe(82)
  })

  describe('may', () => {
    const elder = anElder()
    const { id: elderId, stationId, townId, district } = elder
    const concern = { elderId, stationId, townId, district }
    const guardian = aRelative('o-guardian', elder, ['view'])
    const readers = [
      ['the elder', anElderAccount('o-wang', elder)],
      [
        'her guardian',
        { ...guardian, relations: guardian.relations.map((r) => ({ ...r, relation: 'guardian' as const })) },
      ],
      ['a relative who may look', aRelative('o-a', elder, ['view'])],
      ['a relative who may order', aRelative('o-b', elder, ['view', 'order'])],
      ['a relative who may know all', aRelative('o-c', elder, ['view', 'health', 'log'])],
      ['a clerk', aMember('o-d', 'clerk', stationId)],
      ['the manager', aMember('o-e', 'manager', stationId)],
    ] as const

    it.each(readers)('promises %s exactly what the contract lets them do', (_case, account) => {
      const grant = grantFor(account, elderActions.file.who, concern)
      if (!grant) throw new Error('may not read the file')
      const isIn = (who: Parameters<typeof grantFor>[1]) => grantFor(account, who, concern) !== null
      expect(elderFile(elder, grant, NOW).may).toEqual({
        correct: isIn(elderActions.correct.who),
        verify: isIn(elderActions.verify.who),
        reveal: isIn(elderActions.reveal.who),
        decide: isIn(['elder', 'guardian']),
      })
    })

    it('lets nobody else have the file', () => {
      for (const account of [
        anAccount(),
        aMember('o-f', 'clerk', 'st-two'),
        aMember('o-g', 'volunteer', DISTRICT),
        aRelative('o-h', elder, ['order', 'health', 'log']),
      ])
        expect(grantFor(account, elderActions.file.who, concern)).toBeNull()
    })
  })
})

describe('rosterRow', () => {
  it('leaves with no number that reaches or identifies her, and nothing of health or home', () => {
    const row = rosterRow(aKnownElder())
    expect(row).toEqual({
      id: 'e-known',
      name: '欧阳若兰',
      birthYear: 1941,
      sex: 'female',
      building: '枫桥弄 7 号',
      phoneTail: '2468',
      living: 'couple',
      categories: ['severeDisability'],
      diedOn: '2026-10-11',
    })
    expect(RosterRow.parse(row)).toEqual(row)
  })

  it('holds her categories only with her consent', () => {
    const consents = { ...anElder().consents, category: null }
    expect(rosterRow(aKnownElder({ consents })).categories).toEqual([])
  })

  it('knows no more of an elder than this, whoever she is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...livings), fc.option(fc.constantFrom(...hukous)), (living, hukou) => {
        const text = JSON.stringify(rosterRow(aKnownElder({ living, hukou })))
        expect(text).not.toMatch(
          /sealed|473X|139\*|902|花生|soft|孙评估|残疾证|周建国|o-known|07-19|120\.777|thisDistrict|elsewhere/,
        )
      }),
      SETTINGS,
    )
  })
})
