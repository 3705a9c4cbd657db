import { personOf } from '../../../../cloudfunctions/_shell/secrets'
import { relationId } from '../../../../types/ids'
import type { MealOrder } from '../../../../types/meals/orders'
import { NOW } from '../../../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from '../../a-cloud'
import { aNeighbourhood } from '../../neighbourhood'
import { PAIR, registeredTwice } from '../../registered-twice'
import { callsAbout } from './calls'

let cloud: TestCloud
let about: ReturnType<typeof callsAbout>
beforeAll(async () => {
  cloud = await aCloud()
  about = callsAbout(cloud)
})
beforeEach(async () => {
  await cloud.restock(aNeighbourhood(registeredTwice()))
})
afterAll(() => cloud.close())

const HOUR = 3_600_000
const later = (hours: number) => cloud.emulator.clock.set(new Date(NOW.getTime() + hours * HOUR))
const asked = relationId('e-wang', personOf('o-son'))

describe('people.undoJoin', () => {
  it('takes the pointer away: each stands for herself, and only the log knows', async () => {
    const people = async () => [
      await cloud.stored('elders'),
      await cloud.stored('accounts'),
      await cloud.stored('relations'),
    ]
    const before = await people()
    accepted(await about.join())
    expect(await people()).not.toEqual(before)
    accepted(await about.undo())
    expect(await people()).toEqual(before)
    expect((await about.alike()).pairs).toMatchObject([{ id: PAIR, state: 'found' }])
    expect(accepted<MealOrder>(await about.book('o-son')).elderId).toBe('e-again')
  })

  it('leaves with the one that stayed what was made since, and whom she let in', async () => {
    accepted(await about.join())
    const order = accepted<MealOrder>(await about.bookFor())
    const grant = { memberId: asked, scopes: ['view', 'order'] }
    accepted(await about.call('o-wang', 'people.grant', grant))
    accepted(await about.undo())
    expect(await cloud.one('mealOrders', order.id)).toMatchObject({ elderId: 'e-wang', state: 'confirmed' })
    expect(await cloud.one('relations', asked)).toMatchObject({ state: 'granted' })
  })

  it('is over after twenty-four hours', async () => {
    accepted(await about.join())
    const [joined] = (await about.alike()).lately
    expect(joined?.undoUntil?.slice(0, 16)).toBe('2026-11-22T00:00')
    later(24.1)
    expect((await about.alike()).lately).toEqual([])
    expect(await about.sides()).toMatchObject({ state: 'joined', undoUntil: null })
    const before = cloud.state()
    expect(codeOf(await about.undo())).toBe('UNDO_CLOSED')
    expect(cloud.state()).toEqual(before)
  })

  it('is possible until then, and done once', async () => {
    accepted(await about.join())
    later(23)
    accepted(await about.undo())
    const before = cloud.state()
    accepted(await about.undo())
    expect(cloud.state()).toEqual(before)
  })

  it('undoes nothing that was not done', async () => {
    expect(codeOf(await about.undo())).toBe('WRONG_STATE')
  })
})
