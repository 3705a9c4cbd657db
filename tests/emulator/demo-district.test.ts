import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ageOn, weekdayOf } from '../../cloudfunctions/_domain/calendar'
import collections from '../../cloudfunctions/collections.json'
import { demoFaults, demoRecords } from '../../emulator/demo/check'
import { demoDistrict } from '../../emulator/demo/district'

const PICTURES = join(__dirname, '../../emulator/demo/pictures')
const TODAY = '2026-11-22'
const NOON = new Date(`${TODAY}T12:00:00+08:00`)

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
    ['a sitting under another name', 'sittings', { _id: 'lunch' }, /sittings\/lunch is not named after/],
    ['an elder of a station that is not there', 'elders', { stationId: 'st-x' }, /e-wang-xiuying names st-x/],
    ['an id that natural ids could not hold', 'kitchens', { _id: 'k_yinling' }, /k_yinling: a part holds no/],
  ])('finds %s', (_, collection, change, sentence) => {
    const district = demoDistrict(NOON)
    Object.assign(district[collection]?.[0] ?? {}, change)
    expect(demoFaults(district, PICTURES).join('\n')).toMatch(sentence)
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
    const places = [...records.stations, ...records.elders, ...records.kitchens, ...records.accounts]
      .map(({ place }) => place)
      .filter((place) => place !== null)
    const widest = Math.max(...places.flatMap((a) => places.map((b) => metresBetween(a, b))))
    expect(widest).toBeLessThan(6000)
    expect(widest).toBeGreaterThan(3000)
  })

  it('keeps the place of a station as the point that the index reads', () => {
    for (const { place, location } of records.stations)
      expect(location).toEqual({ type: 'Point', coordinates: [place.lng, place.lat] })
  })

  it('holds forty elders from 60 to 97, some without a phone and none of those with an account', () => {
    const ages = records.elders.map(({ birthDate }) => ageOn(birthDate, TODAY))
    expect(records.elders).toHaveLength(40)
    expect([Math.min(...ages), Math.max(...ages)]).toEqual([60, 97])
    const phoneless = records.elders.filter(({ phoneTail }) => phoneTail === null)
    expect(phoneless.length).toBeGreaterThanOrEqual(5)
    expect(phoneless.every(({ openid }) => openid === null)).toBe(true)
    expect(new Set(records.elders.map(({ name }) => name)).size).toBe(40)
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

  it('makes 王秀英 82, alone and in extreme-poverty support, with a daughter who may look and order', () => {
    const wang = elder('e-wang-xiuying')
    expect(wang).toMatchObject({ name: '王秀英', living: 'alone', openid: 'o-wang-xiuying' })
    expect(wang && ageOn(wang.birthDate, TODAY)).toBe(82)
    expect(wang?.categories.map(({ category }) => category)).toContain('extremePoverty')
    expect(account('o-wang-xiuying')?.self).toMatchObject({ elderId: 'e-wang-xiuying', politeName: '王奶奶' })
    expect(account('o-li-min')?.relations).toEqual([
      expect.objectContaining({
        elderId: 'e-wang-xiuying',
        relation: 'daughter',
        scopes: ['view', 'order'],
        state: 'granted',
      }),
    ])
  })

  it('makes 陈建国 71, one of a couple that no layer of the policy pays for', () => {
    const chen = elder('e-chen-jianguo')
    expect(chen && ageOn(chen.birthDate, TODAY)).toBe(71)
    const paidFor = records.policies.flatMap(({ layers }) => layers.flatMap(({ categories }) => categories))
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
  ])('gives %s the role %s of %s', (openid, role, orgId, orgName) => {
    expect(account(openid)?.memberships).toEqual([
      expect.objectContaining({ role, orgId, orgName, state: 'assignable' }),
    ])
  })

  it('ships one meal policy, named after district, kind and first day', () => {
    expect(records.policies.map(({ id }) => id)).toEqual(['gaoxin_meal_2022-03-01'])
  })
})

describe('sittings of the demo district', () => {
  const at = (stationId: string) => records.sittings.filter((sitting) => sitting.stationId === stationId)

  it('cover today and the fourteen days after it at 长江路, lunch and dinner', () => {
    const days = [...new Set(at('st-changjiang').map(({ date }) => date))]
    expect(days).toHaveLength(15)
    expect([days[0], days.at(-1)]).toEqual([TODAY, '2026-12-06'])
    expect(at('st-changjiang')).toHaveLength(30)
  })

  it('are served at 11:30 and 17:00 and booked until 9:00 and 14:30 of the day', () => {
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

  it('offer two or three sets, at 长江路 each lunch one for 18 yuan first', () => {
    for (const { sets } of records.sittings) expect([2, 3]).toContain(sets.length)
    const lunches = at('st-changjiang').filter(({ slot }) => slot === 'lunch')
    expect(lunches.map(({ sets }) => sets[0]?.price)).toEqual(Array(15).fill(1800))
  })

  it('start with every place free, at tables of four to sixty seats', () => {
    const seats = records.sittings.map((sitting) => sitting.seats)
    expect([Math.min(...seats), Math.max(...seats)]).toEqual([4, 60])
    for (const one of records.sittings)
      expect([one.seatsLeft, one.portionsLeft]).toEqual([one.seats, one.portions])
  })

  it('are held only while the station is open', () => {
    for (const { stationId, date, slot, startsAt } of records.sittings) {
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

describe('another start of the demo district', () => {
  const idsAt = (instant: string) => ids(demoDistrict(new Date(instant)))

  it('on the same day names the same documents with the same content', () => {
    const evening = new Date(`${TODAY}T23:59:59+08:00`)
    expect(demoDistrict(evening)).toEqual(demoDistrict(NOON))
  })

  it('after midnight in Shanghai adds one day and keeps the ids of all others', () => {
    const before = idsAt('2026-11-22T15:59:59Z')
    const after = idsAt('2026-11-22T16:00:00Z')
    const added = after.filter((id) => !before.includes(id))
    expect(added).toContain('sittings/st-changjiang_2026-12-07_lunch')
    expect(added.every((id) => id.includes('_2026-12-07_'))).toBe(true)
    const gone = before.filter((id) => !after.includes(id))
    expect(gone.every((id) => id.includes('_2026-11-22_'))).toBe(true)
  })
})

describe('pictures of the demo district', () => {
  it('are all shown by some menu', () => {
    const shown = new Set(records.sittings.flatMap(({ sets }) => sets.map(({ picture }) => `${picture}.svg`)))
    expect(readdirSync(PICTURES).filter((file) => !shown.has(file))).toEqual([])
  })
})

type Place = { lng: number; lat: number }

function metresBetween(a: Place, b: Place): number {
  const metresPerDegree = 111_195
  const east = (a.lng - b.lng) * Math.cos((a.lat * Math.PI) / 180) * metresPerDegree
  return Math.hypot(east, (a.lat - b.lat) * metresPerDegree)
}
