import type { MenuClashes } from '../../../../types/meals/clashes'
import type { Mind, QueuedOrder, Quote } from '../../../../types/meals/orders'
import type { ElderFile } from '../../../../types/people/elders'
import { anElder, anOrder, LUNCH, NOW, TOMORROW } from '../../../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from '../../a-cloud'
import { aNeighbourhood, chen, wang } from '../../neighbourhood'
import { again, registeredTwice } from '../../registered-twice'
import { callsAbout } from './calls'

let cloud: TestCloud
let about: ReturnType<typeof callsAbout>
beforeAll(async () => {
  cloud = await aCloud()
  about = callsAbout(cloud)
})
afterAll(() => cloud.close())

const later = (hours: number) => cloud.emulator.clock.set(new Date(NOW.getTime() + hours * 3_600_000))
const hers = { ...wang, diet: ['lowSalt' as const], allergies: ['花生'] }
const others = { ...again, allergies: ['鱼'] }
const both: Mind = { diet: ['lowSalt'], allergies: ['花生', '鱼'] }
const lunch = anOrder({ id: `${LUNCH}_e-again`, elderId: 'e-again', state: 'confirmed' })
const stocked = (own: object = {}, their: object = {}, order: Partial<typeof lunch> = {}) =>
  cloud.restock(
    aNeighbourhood({
      ...registeredTwice(),
      elders: [{ ...hers, ...own }, { ...others, ...their }, chen],
      mealOrders: [{ ...lunch, ...order }],
    }),
  )
const by = async <T>(openid: string, name: `${string}.${string}`, input: object) =>
  accepted<T>(await cloud.as(openid).call(name, input))
const queued = async () => {
  const [order] = await by<QueuedOrder[]>('o-clerk', 'meals.queue', { stationId: 'st-one', date: TOMORROW })
  return order
}
const asked = (elderId: string) => ({ stationId: 'st-one', date: TOMORROW, elderId })
const wish = { sittingId: LUNCH, mode: 'dineIn', setId: 'fish' }
const health = { purpose: 'health', version: 'health-2026-12' }

describe('what is to be minded once two are joined', () => {
  it('is what either of them says: on the list, on the menu, at the price and in her file', async () => {
    await stocked()
    expect((await queued())?.mind).toEqual({ diet: [], allergies: ['鱼'] })
    accepted(await about.join())
    expect((await queued())?.mind).toEqual(both)
    expect((await queued())?.clashes?.clashes).toMatchObject([{ dish: '红烧鱼' }])
    for (const elderId of ['e-wang', 'e-again']) {
      expect((await by<Quote>('o-clerk', 'meals.quote', { ...wish, elderId })).mind).toEqual(both)
      expect(await by<MenuClashes[]>('o-clerk', 'meals.clashes', asked(elderId))).toMatchObject([
        { clashes: [{ dish: '红烧鱼' }] },
        {},
      ])
      const file = await by<ElderFile>('o-clerk', 'people.file', { elderId })
      expect(file.health).toMatchObject({ ...both })
    }
    expect((await by<Quote>('o-wang', 'meals.quote', { ...wish, elderId: 'e-wang' })).mind).toEqual(both)
  })

  it('is the same of what is booked for her afterwards, and of three registrations', async () => {
    const third = anElder({ id: 'e-third', code: '67890123', allergies: ['虾'], joinedTo: 'e-wang' })
    await cloud.restock(
      aNeighbourhood({
        ...registeredTwice(),
        elders: [{ ...hers, joined: ['e-again', 'e-third'] }, { ...others, joinedTo: 'e-wang' }, third, chen],
        mealOrders: [lunch],
      }),
    )
    expect((await queued())?.mind?.allergies).toEqual(['花生', '鱼', '虾'])
    await cloud.restock(
      aNeighbourhood({
        ...registeredTwice(),
        elders: [{ ...hers, joined: ['e-again'] }, { ...others, joinedTo: 'e-wang' }, chen],
      }),
    )
    accepted(await about.bookFor())
    expect(await queued()).toMatchObject({ elderId: 'e-wang', mind: both })
  })

  it('is told to nobody whom only the other registration lets know', async () => {
    await stocked()
    accepted(await about.join())
    expect(codeOf(await cloud.as('o-son').call('meals.quote', { ...wish, elderId: 'e-again' }))).toBe(
      'ELDER_JOINED',
    )
  })

  it('counts under the consent that was given for it', async () => {
    await stocked({}, { consents: { ...again.consents, health: null } })
    accepted(await about.join())
    expect((await queued())?.mind).toEqual({ diet: ['lowSalt'], allergies: ['花生'] })
    await stocked({ consents: { ...wang.consents, health: null } })
    accepted(await about.join())
    expect((await queued())?.mind).toEqual({ diet: [], allergies: ['鱼'] })
  })

  it('follows what she says later, and what she says no more', async () => {
    await stocked()
    accepted(await about.join())
    const correct = (allergies: string[]) =>
      by('o-clerk', 'people.correct', { elderId: 'e-wang', changes: { allergies }, channel: 'counter' })
    await correct([...both.allergies, '虾'])
    expect((await queued())?.mind?.allergies).toEqual(['花生', '鱼', '虾'])
    await correct(['虾']) // of the other registration nothing is taken away as long as the two can be parted
    expect((await queued())?.mind?.allergies).toEqual(['虾', '鱼'])
    later(24.1)
    await correct(['虾'])
    expect((await queued())?.mind?.allergies).toEqual(['虾'])
    expect((await cloud.one('elders', 'e-again'))?.allergies).toEqual([])
  })

  it('is each one’s own again once they are parted', async () => {
    await stocked()
    accepted(await about.join())
    accepted(await about.undo())
    expect((await queued())?.mind).toEqual({ diet: [], allergies: ['鱼'] })
    expect((await by<Quote>('o-wang', 'meals.quote', { ...wish, elderId: 'e-wang' })).mind).toEqual({
      diet: ['lowSalt'],
      allergies: ['花生'],
    })
  })
})

describe('what is kept of her health, once she takes her yes back', () => {
  it('goes from both registrations, and from what was booked under either, once they are hers for good', async () => {
    await stocked()
    accepted(await about.join())
    later(25)
    await by('o-wang', 'people.consent', { elderId: 'e-wang', agreed: health, isGiven: false })
    expect((await queued())?.mind).toBeNull()
    for (const id of ['e-wang', 'e-again'])
      expect(await cloud.one('elders', id)).toMatchObject({ allergies: [], consents: { health: null } })
    const trail = (await cloud.stored('consents')).map(({ elderId, isGiven }) => [elderId, isGiven])
    expect(trail.sort()).toEqual([
      ['e-again', false],
      ['e-wang', false],
    ])
  })

  it('goes, too, where only the other registration had her yes', async () => {
    await stocked({ diet: [], allergies: [], consents: { ...wang.consents, health: null } })
    accepted(await about.join())
    await by('o-wang', 'people.consent', { elderId: 'e-wang', agreed: health, isGiven: false })
    expect((await queued())?.mind).toBeNull()
  })
})

describe('the door of a meal that was booked before', () => {
  const phone = { sealed: 's', masked: '138****0001' }
  const door = { building: '旧街 1 号', room: '101 室', phone: phone.masked }
  const brought = { mode: 'delivery' as const, deliverTo: door }
  const at = async () => (await cloud.one('mealOrders', lunch.id))?.deliverTo

  it('is that of whoever stays, wherever she moves, and the old one again once they are parted', async () => {
    await stocked({}, { building: door.building, room: door.room, phone }, brought)
    accepted(await about.join())
    expect(await at()).toEqual({ building: wang.building, room: wang.room, phone: phone.masked })
    expect((await queued())?.doorChangedAt).toBeDefined()
    await by('o-clerk', 'people.correct', { elderId: 'e-wang', changes: { building: '新街 2 号' } })
    expect(await at()).toMatchObject({ building: '新街 2 号' })
    const mine = { 'o-son': null, 'o-wang': { building: '新街 2 号' } } // her door is not told to whom she has not let in
    for (const [openid, deliverTo] of Object.entries(mine)) {
      expect(await by(openid, 'meals.mine', {})).toMatchObject([{ id: lunch.id, deliverTo }])
      expect(await by(openid, 'people.home', {})).toMatchObject({ nextMeal: { id: lunch.id, deliverTo } })
    }
    accepted(await about.undo())
    expect(await at()).toMatchObject({ building: door.building, room: door.room })
    expect((await queued())?.doorChangedAt).toBeUndefined()
  })
})
