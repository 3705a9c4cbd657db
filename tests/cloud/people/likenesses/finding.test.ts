import type { Registered } from '../../../../types/people/elders'
import { aLikeness, anElder, anOrder, NOW } from '../../../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from '../../a-cloud'
import { aNeighbourhood, chen, wang } from '../../neighbourhood'
import { again, CHENS_PAIR, motherAgain, PAIR, registeredTwice, TOWNS_PAIR } from '../../registered-twice'
import { callsAbout } from './calls'

let cloud: TestCloud
let about: ReturnType<typeof callsAbout>
beforeAll(async () => {
  cloud = await aCloud()
  about = callsAbout(cloud)
})
afterAll(() => cloud.close())

const agreed = [{ purpose: 'service', version: 'service-2026-11' }]
const paper = { how: 'paper', form: '2026-001', witness: '李站长' }
const ways = {
  'by her son': ['o-son', 'registerKin', { relation: 'son', name: '王强' }],
  'by herself': ['o-new', 'registerSelf', { agreed }],
  'by a clerk': ['o-clerk', 'registerAt', { agreed, paper, channel: 'counter' }],
} as const
const register = async (way: keyof typeof ways, elder: object, own: object = {}) => {
  const [openid, action, more] = ways[way]
  return about.call(openid, `people.${action}`, { elder, stationId: 'st-one', ...more, ...own })
}
/** Her name misheard by a clerk, at the same number. */
const byPhone = { ...motherAgain, name: '王秀瑛', building: '别处', phone: '13800002222' }
const numbered = (elderId: string) =>
  about.call('o-clerk', 'people.correct', { elderId, changes: { phone: '13800002222' } })

describe('a second registration', () => {
  it.each(['by her son', 'by herself'] as const)(
    '%s is found, and whoever registers learns nothing of it',
    async (way) => {
      await cloud.restock(aNeighbourhood({ elders: [chen] }))
      const alone = accepted<Registered>(await register(way, motherAgain))
      await cloud.restock(aNeighbourhood())
      const reply = accepted<Registered>(await register(way, motherAgain))
      expect(reply).toEqual({ ...alone, elderId: reply.elderId })
      const [pair] = (await about.alike()).pairs
      expect(pair).toMatchObject({
        state: 'found',
        signs: ['name', 'birthDate', 'building'],
        names: ['王 秀英', '王秀英'],
        stationNames: ['一号驿站'],
      })
    },
  )

  it('by a clerk who has looked and says that it is another person is never asked about', async () => {
    await cloud.restock(aNeighbourhood())
    expect(codeOf(await register('by a clerk', motherAgain))).toBe('MAYBE_REGISTERED')
    accepted(await register('by a clerk', motherAgain, { others: ['e-wang'] }))
    expect(await about.alike()).toMatchObject({ pairs: [], waiting: 0 })
    expect(await cloud.stored('likenesses')).toMatchObject([{ state: 'different', decided: { by: '某人' } }])
  })

  it('is found by birth date and number under another name, and not by the number alone', async () => {
    await cloud.restock(aNeighbourhood())
    accepted(await numbered('e-wang'))
    accepted(await register('by a clerk', byPhone))
    expect((await about.alike()).pairs).toMatchObject([{ signs: ['birthDate', 'phone'] }])
    await cloud.restock(aNeighbourhood())
    accepted(await numbered('e-wang'))
    accepted(await register('by a clerk', { ...byPhone, birthDate: '1946-01-01' })) // her husband, say
    expect(await cloud.stored('likenesses')).toEqual([])
  })

  it('is found at another station of the town, by whoever coordinates it, and not in another town', async () => {
    const near = { ...wang, stationId: 'st-three', stationName: '三号驿站' }
    await cloud.restock(aNeighbourhood({ elders: [near, chen] }))
    accepted(await register('by her son', motherAgain))
    expect((await about.alike('o-clerk')).pairs).toEqual([])
    expect((await about.alike('o-coordinator')).pairs).toHaveLength(1)
    await cloud.restock(aNeighbourhood({ elders: [{ ...near, townId: 't-west' }, chen] }))
    accepted(await register('by her son', motherAgain))
    expect(await cloud.stored('likenesses')).toEqual([])
  })

  it('is found once it says the same: corrected, verified, or agreed to', async () => {
    const other = anElder({ id: 'e-other', name: '王秀兰', building: '别处', code: '34567890' })
    await cloud.restock(aNeighbourhood({ elders: [wang, other, chen] }))
    accepted(await numbered('e-wang'))
    expect(await cloud.stored('likenesses')).toEqual([])
    accepted(await numbered('e-other'))
    expect((await about.alike()).pairs).toMatchObject([{ signs: ['birthDate', 'phone'] }])
    await cloud.restock(aNeighbourhood({ elders: [wang, other, chen] }))
    accepted(
      await about.call('o-clerk', 'people.verify', {
        elderId: 'e-other',
        identity: { name: '王秀英' },
        reason: '看了户口簿',
      }),
    )
    expect((await about.alike()).pairs).toMatchObject([{ signs: ['name', 'birthDate'] }])
    const begun = anElder({ id: 'e-begun', state: 'pending', code: '34567890' })
    await cloud.restock(aNeighbourhood({ elders: [wang, begun, chen] }))
    accepted(
      await about.call('o-clerk', 'people.consent', {
        elderId: 'e-begun',
        agreed: agreed[0],
        isGiven: true,
        paper,
      }),
    )
    expect((await about.alike()).pairs).toHaveLength(1)
  })
})

describe('people.alike', () => {
  it('shows a clerk the pairs of her station, and a coordinator those of two stations of the town', async () => {
    await cloud.restock(aNeighbourhood(registeredTwice()))
    const idsFor = async (openid: string) => (await about.alike(openid)).pairs.map(({ id }) => id)
    expect(await idsFor('o-clerk')).toEqual([PAIR])
    expect(await idsFor('o-other-clerk')).toEqual([CHENS_PAIR])
    expect(await idsFor('o-coordinator')).toEqual([TOWNS_PAIR])
  })

  it('counts all of them and leads from page to page', async () => {
    const many = Array.from({ length: 45 }, (_, nth) =>
      aLikeness({
        id: `e-n${nth}_e-wang`,
        elderId: `e-n${nth}`,
        at: `2026-11-20T01:00:${String(nth).padStart(2, '0')}.000Z`,
      }),
    )
    const elders = many.map(({ elderId }, nth) => anElder({ id: elderId, code: String(10_000_000 + nth) }))
    await cloud.restock(aNeighbourhood({ elders: [wang, chen, ...elders], likenesses: many }))
    const seen: string[] = []
    let after: string | null = null
    do {
      const page = await about.alike('o-clerk', after === null ? {} : { after })
      expect(page.waiting).toBe(45)
      seen.push(...page.pairs.map(({ id }) => id))
      after = page.next
    } while (after !== null)
    expect(seen).toEqual(many.map(({ id }) => id))
  })

  it('follows her to another station', async () => {
    await cloud.restock(aNeighbourhood(registeredTwice()))
    accepted(
      await about.call('o-clerk', 'people.move', {
        ...{ elderId: 'e-again', stationId: 'st-two', from: '2026-11-21' },
        ...{ building: '黄河路 3 号', room: null, place: null },
      }),
    )
    expect(await cloud.one('likenesses', PAIR)).toMatchObject({ stationId: null, townId: null })
    expect((await about.alike()).pairs).toEqual([])
    expect(codeOf(await about.call('o-clerk', 'people.sideBySide', { pairId: PAIR }))).toBe('FORBIDDEN')
  })
})

describe('people.sideBySide', () => {
  it('shows what tells the two apart, and both read that somebody looked', async () => {
    await cloud.restock(aNeighbourhood(registeredTwice()))
    accepted(await numbered('e-wang'))
    const { sides, isSameDoor, twice } = await about.sides()
    expect(sides).toMatchObject([
      { elderId: 'e-again', name: '王 秀英', circle: 1, phone: null, hasOwnPhone: false, registered: null },
      { elderId: 'e-wang', name: '王秀英', circle: 4, phone: '138****2222', hasOwnPhone: true },
    ])
    expect([isSameDoor, twice]).toEqual([true, []])
    expect(sides.map(({ isUnseen, isProven }) => [isUnseen, isProven])).toEqual([
      [false, true],
      [false, true],
    ])
    await about.sides()
    const lines = await cloud.stored('auditLog')
    const looks = lines.flatMap(({ action, elderId }) => (action === 'people.sideBySide' ? [elderId] : []))
    expect(looks.sort()).toEqual(['e-again', 'e-wang'])
  })

  it('names the last meals, the latest of a day first', async () => {
    const slots = ['dinner', 'lunch', 'breakfast'] as const
    const eaten = slots.map((slot, nth) =>
      anOrder({
        id: `st-one_2026-11-20_${slot}_e-wang`,
        ...{ date: '2026-11-20', slot, state: 'served', startsAt: `2026-11-20T0${8 - nth}:30:00.000Z` },
      }),
    )
    await cloud.restock(aNeighbourhood(registeredTwice({ mealOrders: eaten })))
    const named = (await about.sides()).sides.map(({ orders }) => orders.map(({ slot }) => slot))
    expect(named).toContainEqual(slots)
  })

  it('says who registered them, and when', async () => {
    await cloud.restock(aNeighbourhood())
    accepted(await register('by her son', motherAgain))
    const [pair] = (await about.alike()).pairs
    const { sides } = await about.sides(pair?.id)
    expect(sides[0]?.registered).toMatchObject({
      name: '王强',
      relation: 'son',
      role: 'family',
      channel: 'app',
    })
  })
})

describe('people.setApart', () => {
  it('is remembered: nobody is asked again, whatever is registered or corrected', async () => {
    await cloud.restock(aNeighbourhood(registeredTwice()))
    accepted(await about.call('o-clerk', 'people.setApart', { pairId: PAIR }))
    expect(await about.alike()).toMatchObject({ pairs: [], waiting: 0 })
    accepted(
      await about.call('o-clerk', 'people.correct', {
        elderId: 'e-again',
        changes: { building: wang.building },
      }),
    )
    expect((await about.alike()).pairs).toEqual([])
    expect(codeOf(await about.join())).toBe('WRONG_STATE')
  })

  it('can be taken back for a day, and asks anew; both logs say so', async () => {
    await cloud.restock(aNeighbourhood(registeredTwice()))
    accepted(await about.call('o-clerk', 'people.setApart', { pairId: PAIR }))
    expect((await about.alike()).lately).toMatchObject([{ id: PAIR, state: 'different' }])
    expect((await about.sides()).undoUntil).not.toBeNull()
    accepted(await about.undo())
    expect((await about.alike()).pairs).toMatchObject([{ id: PAIR, state: 'found' }])
    const lines = (await cloud.stored('auditLog')).filter(({ action }) => action === 'people.undoJoin')
    expect(lines.map(({ elderId, about: what }) => [elderId, what]).sort()).toEqual([
      ['e-again', 'apart'],
      ['e-wang', 'apart'],
    ])
    accepted(await about.join())
  })

  it('stays once that day is over, and where one of the two was joined to another since', async () => {
    await cloud.restock(aNeighbourhood(registeredTwice()))
    accepted(await about.call('o-clerk', 'people.setApart', { pairId: PAIR }))
    await cloud.restock(
      aNeighbourhood({
        ...registeredTwice(),
        elders: [wang, { ...again, joinedTo: 'e-other' }, chen],
        likenesses: await cloud.stored('likenesses'),
      }),
    )
    expect(codeOf(await about.undo())).toBe('WRONG_STATE')
    cloud.emulator.clock.set(new Date(NOW.getTime() + 25 * 3_600_000))
    expect(codeOf(await about.undo())).toBe('UNDO_CLOSED')
  })
})
