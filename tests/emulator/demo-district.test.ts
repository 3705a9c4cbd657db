import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, weekdayOf } from '#types/days'
import { ageOn } from '../../cloudfunctions/_domain/base/calendar'
import { categoriesIn } from '../../cloudfunctions/_domain/policies/answers'
import { sealedAs, sealedIdNumber, sealedPhone } from '../../cloudfunctions/_shell/sealed-parts'
import { unseal } from '../../cloudfunctions/_shell/secrets'
import collections from '../../cloudfunctions/collections.json'
import { demoFaults } from '../../emulator/demo/check'
import { demoDistrict } from '../../emulator/demo/district'
import phones from '../../emulator/demo/phones.json'
import { demoRecords } from '../../emulator/demo/records'
import visitors from '../../emulator/demo/visitors.json'
import { functionVariables } from '../../emulator/function-variables'
import { served, whyNothing } from './served'

const PICTURES = join(__dirname, '../../emulator/demo/pictures')
const TODAY = '2026-11-22'
const NOON = new Date(`${TODAY}T12:00:00+08:00`)

Object.assign(process.env, functionVariables({}))

const records = demoRecords(demoDistrict(NOON))
const account = (id: string) => records.accounts.find((one) => one.id === id)
const elder = (id: string) => records.elders.find((one) => one.id === id)
const ids = (district: ReturnType<typeof demoDistrict>) =>
  Object.entries(district).flatMap(([collection, documents]) =>
    documents.map(({ _id }) => `${collection}/${_id}`),
  )

describe('demoFaults', () => {
  it('finds nothing wrong on any weekday, over New Year and over a leap day', () => {
    const starts = ['2026-11-22', '2026-12-25', '2028-02-20']
    for (const start of starts) {
      for (let day = 0; day < 7; day++) {
        const now = new Date(Date.parse(`${start}T04:00:00Z`) + day * 86_400_000)
        expect(demoFaults(demoDistrict(now), PICTURES)).toEqual([])
      }
    }
  })

  it('names each picture that is missing', () => {
    const faults = demoFaults(demoDistrict(NOON), join(PICTURES, 'nowhere'))
    expect(faults).toContain('The picture hongshao-yu.svg is not there.')
  })

  it.each([
    ['a field that no schema knows', 'elders', { nickname: '小王' }, /elders\/e-wang-xiuying.*nickname/s],
    ['a plan under another name', 'plans', { _id: 'lunch' }, /plans\/lunch is not named after/],
    ['a plan that is none', 'plans', { reserve: 33 }, /plans\/.*more kept/s],
    ['a menu that is none', 'menus', { week: '2026-11-17' }, /menus\/.*no Monday/s],
    [
      'a plan of a station that is not there',
      'plans',
      { stationId: 'st-x' },
      /names st-x, which is not there/,
    ],
    ['a menu of a kitchen that is not there', 'menus', { kitchenId: 'k-x' }, /names k-x, which is not there/],
    ['an elder of a station that is not there', 'elders', { stationId: 'st-x' }, /e-wang-xiuying names st-x/],
    ['an id that natural ids could not hold', 'kitchens', { _id: 'k_yinling' }, /k_yinling: a part holds no/],
  ])('finds %s', (_, collection, change, sentence) => {
    const district = demoDistrict(NOON)
    Object.assign(district[collection]?.[0] ?? {}, change)
    expect(demoFaults(district, PICTURES).join('\n')).toMatch(sentence)
  })
})

describe('demoFaults of elders and accounts', () => {
  type District = ReturnType<typeof demoDistrict>
  const change = (collection: string, id: string, changes: object) => (district: District) => {
    const document = district[collection]?.find(({ _id }) => _id === id)
    if (!document) throw new Error(`there is no ${id}`)
    Object.assign(document, changes)
  }
  const remove = (collection: string, id: string) => (district: District) => {
    district[collection] = district[collection]?.filter(({ _id }) => _id !== id) ?? []
  }
  const wang = elder('e-wang-xiuying')
  const zhou = elder('e-zhou-defu')
  const li = records.relations.find(({ openid }) => openid === 'o-li-min')?.id ?? ''
  const guo = records.relations.find(({ openid }) => openid === 'o-guo-min')?.id ?? ''
  const feng = records.memberships.find(({ openid }) => openid === 'o-feng-juan')?.id ?? ''

  it.each<[string, (district: District) => void, string]>([
    [
      'a card that leads to somebody else',
      change('cards', '80010001', { elderId: 'e-zhou-defu' }),
      'e-wang-xiuying: there is no card 80010001 of hers.',
    ],
    [
      'two cards of one code',
      change('elders', 'e-zhou-defu', { code: '80010001' }),
      'e-zhou-defu: the code of her card is that of e-wang-xiuying.',
    ],
    [
      'an id number that nobody is found by',
      remove('identities', wang?.idNumber?.digest ?? ''),
      'e-wang-xiuying: she is not found by her id number.',
    ],
    [
      'an id number that was sealed for somebody else',
      change('elders', 'e-wang-xiuying', { idNumber: zhou?.idNumber }),
      'e-wang-xiuying: her id number does not open.',
    ],
    [
      'an id number that does not agree with the birth date',
      change('elders', 'e-wang-xiuying', { birthDate: '1944-10-22' }),
      'e-wang-xiuying: her id number has another birthDate.',
    ],
    [
      'an id number that may be somebody’s',
      change('elders', 'e-wang-xiuying', {
        idNumber: sealedIdNumber('e-wang-xiuying', '11010519491231002X'),
      }),
      'e-wang-xiuying: her id number may be somebody’s.',
    ],
    [
      'a telephone number that may be somebody’s',
      change('elders', 'e-wang-xiuying', sealedPhone('e-wang-xiuying', '0512-65123456')),
      'e-wang-xiuying: her telephone number may be somebody’s.',
    ],
    [
      'a telephone number that nobody finds',
      change('elders', 'e-wang-xiuying', sealedPhone('e-wang-xiuying', '000-0000-3606')),
      'e-wang-xiuying: her telephone number is kept in another form than it is looked for.',
    ],
    [
      'a tail of another number',
      change('elders', 'e-wang-xiuying', { phoneTail: '0000' }),
      'e-wang-xiuying: her telephone number has another tail.',
    ],
    [
      'health facts without consent',
      change('elders', 'e-wang-xiuying', { consents: { ...wang?.consents, health: null } }),
      'e-wang-xiuying: what only health allows is kept without her consent.',
    ],
    [
      'a consent without a paper trail',
      remove('consents', 'e-wang-xiuying_category_demo'),
      'e-wang-xiuying: nothing is written down of her consent to category.',
    ],
    [
      'an elder who agreed and waits',
      change('elders', 'e-wang-xiuying', { state: 'pending' }),
      'e-wang-xiuying: she agreed and still is not active.',
    ],
    [
      'an account that may more than was granted',
      change('relations', li, { scopes: ['view'] }),
      `relations/${li} is not what the account of 李敏 says.`,
    ],
    [
      'an account without a relation behind it',
      remove('relations', li),
      'o-li-min is something to e-wang-xiuying without a relation.',
    ],
    [
      'a circle that does not know whom it let in',
      change('elders', 'e-wang-xiuying', { circle: [] }),
      `relations/${li} and the circle of the elder do not agree.`,
    ],
    [
      'a guardian without evidence',
      change('relations', guo, { evidence: null }),
      `relations/${guo} lacks a guardian’s evidence.`,
    ],
    [
      'a grant without a paper trail',
      remove('consents', `${li.split('_')[0]}_circle_${li.split('_')[1]}`),
      `relations/${li} was granted, and nothing is written down of it.`,
    ],
    [
      'work for which a paper is missing',
      change('memberships', feng, { certificates: [] }),
      `memberships/${feng} counts without the papers that it needs.`,
    ],
    [
      'an account that says another state of work',
      change('memberships', feng, { state: 'suspended' }),
      `memberships/${feng} is not what the account of 冯娟 says.`,
    ],
  ])('finds %s', (_, spoil, fault) => {
    const district = demoDistrict(NOON)
    spoil(district)
    expect(demoFaults(district, PICTURES)).toContain(fault)
  })
})

describe('demoDistrict', () => {
  it('fills only collections that exist in the cloud', () => {
    for (const name of Object.keys(demoDistrict(NOON))) expect(Object.keys(collections)).toContain(name)
  })

  it('has the network of two town centres, two community stations and twelve neighbourhood points', () => {
    const count = (kind: string) => records.stations.filter((station) => station.kind === kind).length
    expect([count('careCenter'), count('station'), count('neighbourhoodPoint')]).toEqual([2, 2, 12])
    expect(new Set(records.stations.map(({ townId }) => townId)).size).toBe(2)
  })

  it('lies within six kilometres, elders, stations, helpers and all', () => {
    const people = [...records.elders, ...records.accounts, visitors]
    const places = [...records.stations, ...records.kitchens, ...people]
      .map(({ place }) => place)
      .filter((place) => place !== null)
    const widest = Math.max(...places.flatMap((a) => places.map((b) => metresBetween(a, b))))
    expect(widest).toBeLessThan(6000)
    expect(widest).toBeGreaterThan(3000)
  })

  it('says of everybody who lives where nobody has marked it, and of nobody else, that the place is the station’s', () => {
    const { elders, stations } = records
    const atStation = elders.filter(({ place, stationId }) =>
      stations.some((one) => one.id === stationId && metresBetween(one.place, place) === 0),
    )
    expect(atStation.length).toBeGreaterThan(0)
    expect(elders.filter(({ isPlaceUnknown }) => isPlaceUnknown)).toEqual(atStation)
  })

  it('keeps the place of a station as the point that the index reads', () => {
    for (const { place, location } of records.stations)
      expect(location).toEqual({ type: 'Point', coordinates: [place.lng, place.lat] })
  })

  it('holds 42 elders from 60 to 97, some without a phone and none of those with an account', () => {
    const ages = records.elders.map(({ birthDate }) => ageOn(birthDate, TODAY))
    expect(records.elders).toHaveLength(42)
    expect([Math.min(...ages), Math.max(...ages)]).toEqual([60, 97])
    const phoneless = records.elders.filter(({ phoneTail }) => phoneTail === null)
    expect(phoneless.length).toBeGreaterThanOrEqual(5)
    expect(phoneless.every(({ openid }) => openid === null)).toBe(true)
    expect(new Set(records.elders.map(({ name }) => name)).size).toBe(42)
  })

  it('says of everybody and every station that they are invented', () => {
    for (const one of [...records.elders, ...records.accounts, ...records.stations])
      expect(one.invented).toBe(true)
  })

  it('gives numbers that nobody can dial', () => {
    const phones = records.stations.map(({ phone }) => phone).filter((phone) => phone !== null)
    expect(phones.length).toBeGreaterThan(10)
    for (const phone of phones) expect(phone).toMatch(/^000-0000-\d{4}$/)
  })

  it('closes one point for today and tomorrow', () => {
    const closed = records.stations.filter(({ closures }) => closures.length > 0)
    expect(closed.map(({ id }) => id)).toEqual(['pt-hongqi'])
    expect(closed[0]?.closures).toEqual([{ from: TODAY, to: '2026-11-23', reason: '水管检修' }])
  })

  it('names the demo people by the accounts that others rely on', () => {
    expect(records.accounts.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'o-wang-xiuying',
        'o-chen-jianguo',
        'o-li-min',
        'o-zhang-jing',
        'o-he-wei',
        'o-zhao-qiang',
        'o-zhou-lin',
        'o-sun-hui',
      ]),
    )
    expect(account('o-guest')).toBeUndefined()
  })

  it('makes 王秀英 82, alone and in extreme-poverty support, with a daughter who may look, order and read', () => {
    const wang = elder('e-wang-xiuying')
    expect(wang).toMatchObject({ name: '王秀英', living: 'alone', openid: 'o-wang-xiuying' })
    expect(wang && ageOn(wang.birthDate, TODAY)).toBe(82)
    expect(wang?.categories.map(({ category }) => category)).toContain('extremePoverty')
    expect(account('o-wang-xiuying')?.self).toMatchObject({ elderId: 'e-wang-xiuying', politeName: '王奶奶' })
    expect(account('o-li-min')?.relations).toEqual([
      expect.objectContaining({
        elderId: 'e-wang-xiuying',
        relation: 'daughter',
        scopes: ['view', 'order', 'log'],
        state: 'granted',
      }),
    ])
  })

  it('gives 王秀英 the card 80010001', () => {
    expect(records.cards).toContainEqual({ id: '80010001', district: 'gaoxin', elderId: 'e-wang-xiuying' })
  })

  it('seals numbers that nobody can dial, some of them shared by a couple', () => {
    const numbers = records.elders.flatMap(({ id, phone }) =>
      phone ? [unseal(phone.sealed, sealedAs(id, 'phone'))] : [],
    )
    for (const number of numbers) expect(number).toMatch(/^000-0000\d{4}$/)
    expect(numbers.length - new Set(numbers).size).toBe(2)
  })

  it('keeps a few id numbers, of a region that does not exist', () => {
    const numbers = records.elders.flatMap(({ id, idNumber }) =>
      idNumber ? [unseal(idNumber.sealed, sealedAs(id, 'idNumber'))] : [],
    )
    expect(numbers.length).toBeGreaterThanOrEqual(5)
    for (const number of numbers) expect(number).toMatch(/^349900\d{11}[\dX]$/)
    expect(records.identities).toHaveLength(numbers.length)
  })

  it('has a couple that a daughter registered and that has agreed to nothing yet', () => {
    const pending = records.elders.filter(({ state }) => state === 'pending')
    expect(pending.map(({ name }) => name)).toEqual(['朱永福', '程巧云'])
    expect(pending.flatMap(({ consents }) => Object.values(consents))).toEqual(Array(8).fill(null))
    expect(account('o-zhu-li')?.relations.map(({ state }) => state)).toEqual(['asked', 'asked'])
  })

  it('lets 刘洋 wait at the station for an elder without a phone', () => {
    expect(records.relations.find(({ openid }) => openid === 'o-liu-yang')).toMatchObject({
      stationId: 'st-changjiang',
      state: 'asked',
      asksElder: false,
    })
    expect(elder('e-gao-cuiying')).toMatchObject({ phone: null, openid: null })
  })

  it('gives 吴守仁, who is wholly unable, a guardian whose papers the station has seen', () => {
    expect(elder('e-wu-shouren')).toMatchObject({ ability: { grade: 4 }, circle: ['o-guo-min'] })
    expect(records.relations.find(({ openid }) => openid === 'o-guo-min')).toMatchObject({
      relation: 'guardian',
      state: 'granted',
      evidence: { document: expect.any(String) },
    })
  })

  it('makes 陈建国 71, one of a couple that no layer of the policy pays for', () => {
    const chen = elder('e-chen-jianguo')
    expect(chen && ageOn(chen.birthDate, TODAY)).toBe(71)
    const paidFor = records.policies.flatMap(categoriesIn)
    for (const one of [chen, elder('e-liu-guilan')]) {
      expect(one?.living).toBe('couple')
      expect(one?.categories.filter(({ category }) => paidFor.includes(category))).toEqual([])
    }
  })

  it.each([
    ['o-zhang-jing', 'clerk', 'st-changjiang', '长江路社区养老驿站'],
    ['o-he-wei', 'clerk', 'st-yinghu', '映湖社区养老驿站'],
    ['o-zhao-qiang', 'volunteer', 'gaoxin', '高新区'],
    ['o-qian-feng', 'volunteer', 'gaoxin', '高新区'],
    ['o-zhou-lin', 'coordinator', 't-changjiang', '长江路街道'],
    ['o-sun-hui', 'supervisor', 'gaoxin', '高新区'],
    ['o-lin-fang', 'manager', 'st-changjiang', '长江路社区养老驿站'],
    ['o-tao-rong', 'kitchen', 'k-yinling', '银龄厨房'],
    ['o-fan-xia', 'manager', 'st-yinghu', '映湖社区养老驿站'],
  ])('gives %s the role %s of %s', (openid, role, orgId, orgName) => {
    expect(account(openid)?.memberships).toEqual([
      expect.objectContaining({ role, orgId, orgName, state: 'assignable' }),
    ])
  })

  it('has a station with a kitchen of its own, and one that feeds many', () => {
    const own = records.kitchens.filter(({ stationId }) => stationId !== null)
    expect(own.map(({ id, stationId }) => [id, stationId])).toEqual([['k-yinghu', 'st-yinghu']])
    const fed = (kitchenId: string) =>
      records.stations.filter((station) => station.kitchenId === kitchenId).length
    expect([fed('k-yinling'), fed('k-yinghu')]).toEqual([7, 1])
  })

  it('has a volunteer who only accepted, one who is suspended, and a care worker until her paper expires', () => {
    const [tang, ma, feng] = ['o-tang-yu', 'o-ma-chao', 'o-feng-juan'].map(
      (openid) => account(openid)?.memberships[0],
    )
    expect([tang?.state, ma?.state]).toEqual(['accepted', 'suspended'])
    expect(feng).toMatchObject({ role: 'careWorker', state: 'assignable', until: '2027-08-31' })
  })

  it('ships a policy for meals and one for care, named after district, kind and first day', () => {
    expect(records.policies.map(({ id }) => id)).toEqual(['gaoxin_meal_2022-03-01', 'gaoxin_care_2021-01-01'])
  })
})

describe('what can be booked of the demo district', () => {
  const ahead = served(records, TODAY, 21)
  const at = (stationId: string) => ahead.filter((sitting) => sitting.stationId === stationId)

  it('is no sitting before somebody has booked', () => {
    expect(demoDistrict(NOON)).not.toHaveProperty('sittings')
  })

  it('covers today and the twenty-one days after it at 长江路, lunch and dinner, and no day more', () => {
    const days = [...new Set(at('st-changjiang').map(({ date }) => date))]
    expect(records.districts.map(({ daysAhead }) => daysAhead)).toEqual([21])
    expect(days).toHaveLength(22)
    expect([days[0], days.at(-1)]).toEqual([TODAY, '2026-12-13'])
    expect(at('st-changjiang')).toHaveLength(44)
    expect(whyNothing(records, 'st-changjiang', '2026-12-14')).toBe('noMenu')
  })

  it('reaches as far on every weekday', () => {
    for (let day = 0; day < 7; day++) {
      const today = addDays(TODAY, day)
      const { stations, plans, menus } = demoRecords(demoDistrict(new Date(`${today}T12:00:00+08:00`)))
      const last = served({ stations, plans, menus }, today, 21).at(-1)
      expect(last?.date).toBe(addDays(today, 21))
    }
  })

  it('is served at 11:30 and 17:00 and booked until 9:00 and 14:30 of the day', () => {
    const [lunch, dinner] = at('st-changjiang')
    expect(lunch).toMatchObject({
      id: 'st-changjiang_2026-11-22_lunch',
      startsAt: '2026-11-22T03:30:00.000Z',
      cutoffAt: '2026-11-22T01:00:00.000Z',
      cancelUntil: '2026-11-22T01:00:00.000Z',
    })
    expect(dinner).toMatchObject({
      id: 'st-changjiang_2026-11-22_dinner',
      startsAt: '2026-11-22T09:00:00.000Z',
      cutoffAt: '2026-11-22T06:30:00.000Z',
    })
  })

  it('offers two or three sets, at 长江路 each lunch one for 18 yuan first', () => {
    for (const { sets } of ahead) expect([2, 3]).toContain(sets.length)
    const lunches = at('st-changjiang').filter(({ slot }) => slot === 'lunch')
    expect(lunches.map(({ sets }) => sets[0]?.price)).toEqual(Array(22).fill(1800))
  })

  it('says of every dish what is in it', () => {
    const dishes = ahead.flatMap(({ sets }) => sets.flatMap((set) => set.dishes))
    expect(dishes.filter(({ allergens }) => allergens === null)).toEqual([])
    expect(dishes.filter(({ allergens }) => allergens?.length === 0).length).toBeGreaterThan(0)
  })

  it('makes some dishes for who needs them so, for whoever is vegetarian, too, and has such an elder', () => {
    const made = ahead.flatMap(({ sets }) =>
      sets.flatMap((set) => set.dishes.flatMap(({ diets = [] }) => diets)),
    )
    expect(made).toEqual(expect.arrayContaining(['soft', 'lowSalt', 'vegetarian']))
    expect(records.elders.find(({ id }) => id === 'e-wu-shouren')?.diet).toContain('vegetarian')
  })

  it('starts with every place free, at tables of four to sixty seats', () => {
    const seats = ahead.map((sitting) => sitting.capacity.seats ?? 0)
    expect([Math.min(...seats), Math.max(...seats)]).toEqual([4, 60])
    for (const one of ahead) expect(one.left).toEqual(one.capacity)
  })

  it('is held only while the station is open', () => {
    for (const { stationId, date, slot, startsAt } of ahead) {
      const station = records.stations.find(({ id }) => id === stationId)
      const begins = slot === 'lunch' ? '11:30' : '17:00'
      expect(startsAt).toBe(new Date(`${date}T${begins}:00+08:00`).toISOString())
      const isOpen = station?.hours.some(
        ({ weekdays, from, to }) => weekdays.includes(weekdayOf(date)) && from <= begins && begins < to,
      )
      expect(`${stationId} ${date} ${slot} ${isOpen}`).toBe(`${stationId} ${date} ${slot} true`)
    }
  })
})

describe('the phones of the demo district', () => {
  it('lie five on the street, and others can be picked, also those of who plans and cooks', () => {
    expect(phones.filter(({ does }) => does !== undefined)).toHaveLength(5)
    const others = phones.filter(({ does }) => does === undefined).map(({ openid }) => openid)
    expect(others).toEqual(expect.arrayContaining(['o-lin-fang', 'o-tao-rong', 'o-fan-xia', 'o-guest']))
    expect(others.filter((openid) => !account(openid))).toEqual(['o-guest'])
  })
})

describe('another start of the demo district', () => {
  /** Sealing never gives the same text twice. */
  const unsealed = (district: ReturnType<typeof demoDistrict>) =>
    JSON.parse(JSON.stringify(district).replace(/v1\.demo\.[\w-]+/g, 'sealed'))
  const idsAt = (instant: string) => ids(demoDistrict(new Date(instant)))

  it('on the same day names the same documents with the same content', () => {
    const evening = new Date(`${TODAY}T23:59:59+08:00`)
    expect(unsealed(demoDistrict(evening))).toEqual(unsealed(demoDistrict(NOON)))
  })

  it('after midnight in Shanghai adds nothing within a week, and keeps all ids', () => {
    expect(idsAt('2026-11-24T16:00:00Z')).toEqual(idsAt('2026-11-24T15:59:59Z'))
  })

  it('on a Monday adds one week of menus and keeps the ids of all others', () => {
    const before = idsAt('2026-11-22T15:59:59Z')
    const after = idsAt('2026-11-22T16:00:00Z')
    const menusOf = (week: string) =>
      ['k-yinling', 'k-yinghu'].flatMap((id) =>
        ['lunch', 'dinner'].map((slot) => `menus/${id}_${week}_${slot}`),
      )
    expect(after.filter((id) => !before.includes(id))).toEqual(menusOf('2026-12-14'))
    expect(before.filter((id) => !after.includes(id))).toEqual(menusOf('2026-11-16'))
  })
})

describe('pictures of the demo district', () => {
  it('are all shown by some menu', () => {
    const shown = new Set(records.menus.flatMap(({ sets }) => sets.map(({ picture }) => `${picture}.svg`)))
    expect(readdirSync(PICTURES).filter((file) => !shown.has(file))).toEqual([])
  })
})

type Place = { lng: number; lat: number }

function metresBetween(a: Place, b: Place): number {
  const metresPerDegree = 111_195
  const east = (a.lng - b.lng) * Math.cos((a.lat * Math.PI) / 180) * metresPerDegree
  return Math.hypot(east, (a.lat - b.lat) * metresPerDegree)
}
