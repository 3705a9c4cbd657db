import type { ElderRecord } from '../../../../cloudfunctions/_domain/people/records'
import { personOf } from '../../../../cloudfunctions/_shell/secrets'
import { relationId } from '../../../../types/ids'
import type { MealOrder } from '../../../../types/meals/orders'
import type { ConsentState, ElderFile } from '../../../../types/people/elders'
import type { LogLine } from '../../../../types/people/privacy'
import { aVisit, NOW, TODAY } from '../../../domain/builders'
import { aCloud, accepted, codeOf, nightly, type TestCloud } from '../../a-cloud'
import { expectIntegrity } from '../../integrity'
import { aNeighbourhood } from '../../neighbourhood'
import { again, PAIR, registeredTwice } from '../../registered-twice'
import { callsAbout } from './calls'

let cloud: TestCloud
let about: ReturnType<typeof callsAbout>
beforeAll(async () => {
  cloud = await aCloud({ triggers: nightly })
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

  it('stands in the logs of both, who joined them and who parted them', async () => {
    accepted(await about.join())
    accepted(await about.undo())
    const lines = (await cloud.stored('auditLog')).map(({ action, elderId, name }) => [action, elderId, name])
    for (const action of ['people.join', 'people.undoJoin'])
      for (const elderId of ['e-wang', 'e-again']) expect(lines).toContainEqual([action, elderId, '某人'])
    const read = accepted<LogLine[]>(await about.call('o-wang', 'people.log', { elderId: 'e-wang' }))
    expect(read.map(({ action }) => action).sort()).toEqual(['people.join', 'people.undoJoin'])
  })
})

describe('what is said of the one that stays while the joining can be taken back', () => {
  const span = {
    category: 'extremePoverty' as const,
    from: '2026-01-01',
    to: null,
    ...{ evidence: '特困证', verifiedBy: '张静' },
  }
  const others = { ...again, allergies: ['虾'], categories: [span] }
  beforeEach(async () => {
    const stock = registeredTwice()
    const elders: ElderRecord[] = (stock.elders ?? []).map((one) => (one.id === 'e-again' ? others : one))
    await cloud.restock(aNeighbourhood({ ...stock, elders }))
    accepted(await about.join())
  })
  const changed = (name: `people.${string}`, input: object) =>
    about.call('o-clerk', name, { elderId: 'e-wang', ...input })

  it('takes away nothing that may be another person’s', async () => {
    accepted(await changed('people.correct', { changes: { allergies: ['花生'] }, channel: 'counter' }))
    accepted(await changed('people.verify', { categories: [], reason: '看了证件' }))
    accepted(await about.undo())
    expect(await cloud.one('elders', 'e-wang')).toMatchObject({ allergies: ['花生'], categories: [] })
    expect(await cloud.one('elders', 'e-again')).toMatchObject({ allergies: ['虾'], categories: [span] })
  })

  it('leaves nobody dead who is another person: a death is taken back first, of both', async () => {
    accepted(await changed('people.recordDeath', { on: TODAY, reason: '家人来说的' }))
    const before = cloud.state()
    expect(await about.undo()).toMatchObject({ code: 'ELDER_DIED', detail: { isJoined: true } })
    expect(cloud.state()).toEqual(before)
    accepted(await changed('people.undoDeath', { reason: '记成了别人' }))
    accepted(await about.undo())
    for (const id of ['e-wang', 'e-again'])
      expect(await cloud.one('elders', id)).toMatchObject({ diedOn: null, state: 'active' })
  })
})

describe('a no that is said while the joining can be taken back', () => {
  const use = { purpose: 'health', version: 'health-2026-11' }
  const others = { ...again, allergies: ['虾'], diet: ['soft' as const] }
  const refuse = () =>
    about.call('o-wang', 'people.consent', { elderId: 'e-wang', agreed: use, isGiven: false })
  const health = async () =>
    accepted<ConsentState[]>(await about.call('o-wang', 'people.consentsOf', { elderId: 'e-wang' })).find(
      ({ purpose }) => purpose === 'health',
    )
  const file = async () =>
    accepted<ElderFile>(await about.call('o-clerk', 'people.file', { elderId: 'e-wang' })).health
  const nightAfter = async (hours: number) => {
    later(hours)
    const log = jest.spyOn(console, 'log').mockImplementation(() => {})
    expect(await cloud.emulator.timers.fire('scheduler', 'sweep')).toEqual({ state: 'succeeded' })
    log.mockRestore()
  }
  beforeEach(async () => {
    const stock = registeredTwice()
    const elders: ElderRecord[] = (stock.elders ?? []).map((one) => (one.id === 'e-again' ? others : one))
    await cloud.restock(aNeighbourhood({ ...stock, elders }))
    accepted(await about.join())
  })

  it('counts for both at once, and takes nothing from the other one', async () => {
    expect((await file())?.allergies).toContain('虾')
    expect(await health()).toMatchObject({ asideUntil: expect.stringMatching(/^2026-11-22T00:00/) })
    accepted(await refuse())
    expect(await file()).toBeNull()
    expect((await health())?.given).toBeNull()
    expect(await health()).not.toHaveProperty('asideUntil')
    expect(await cloud.one('elders', 'e-wang')).toMatchObject({ allergies: [], consents: { health: null } })
    expect(await cloud.one('elders', 'e-again')).toMatchObject({ allergies: ['虾'], diet: ['soft'] })
  })

  it('goes with the joining: the other one has agreed to what she agreed to', async () => {
    accepted(await refuse())
    await nightAfter(10)
    accepted(await about.undo())
    const parted = await cloud.one('elders', 'e-again')
    expect(parted).toMatchObject({ allergies: ['虾'], consents: { health: again.consents.health } })
    expect(parted).not.toHaveProperty('refusals')
    await nightAfter(30)
    expect(await cloud.one('elders', 'e-again')).toMatchObject({ allergies: ['虾'] })
    expectIntegrity(cloud)
  })

  it('is carried out in the first night after that time, with a line of its own, once', async () => {
    accepted(await refuse())
    await nightAfter(10)
    expect(await cloud.one('elders', 'e-again')).toMatchObject({ allergies: ['虾'] })
    await nightAfter(25)
    const joined = await cloud.one('elders', 'e-again')
    expect(joined).toMatchObject({ allergies: [], diet: [], consents: { health: null } })
    expect(joined).not.toHaveProperty('refusals')
    const linesOf = async () =>
      (await cloud.stored('consents')).filter(({ elderId, isGiven }) => elderId === 'e-again' && !isGiven)
    expect(await linesOf()).toMatchObject([{ ...use, by: '王秀英', how: 'app', actor: { role: 'elder' } }])
    expect((await linesOf())[0]?.at.slice(0, 13)).toBe('2026-11-21T00')
    await nightAfter(49)
    expect(await linesOf()).toHaveLength(1)
    expect((await cloud.one('elders', 'e-again'))?.recordsBehindSince).toBeNull()
    expectIntegrity(cloud)
  })

  it('is carried out at once where the two cannot be parted any more', async () => {
    later(25)
    expect(await health()).not.toHaveProperty('asideUntil')
    accepted(await refuse())
    expect(await cloud.one('elders', 'e-again')).toMatchObject({ allergies: [], consents: { health: null } })
  })

  it('leaves her for whom it was not hers to say with whoever comes when she calls', async () => {
    const agreed = { purpose: 'service', version: 'service-2026-11' }
    const paper = { how: 'paper', form: '1', witness: '李' }
    accepted(
      await about.call('o-clerk', 'people.consent', { elderId: 'e-wang', agreed, isGiven: false, paper }),
    )
    accepted(await about.undo())
    const fell = { elderId: 'e-again', urgency: 'urgent', reason: '摔倒了', when: 'now' }
    accepted(await cloud.as('o-son').call('visits.request', fell))
    expect(codeOf(await cloud.as('o-daughter').call('visits.request', { ...fell, elderId: 'e-wang' }))).toBe(
      'CONSENT_MISSING',
    )
  })
})

describe('the one that stays, moved while the joining can be taken back', () => {
  const home = { building: '黄河路 3 号', room: '101', place: null }
  const move = (own: object = {}) =>
    about.call('o-clerk', 'people.move', {
      ...{ elderId: 'e-wang', stationId: 'st-two', from: '2026-11-21', ...home, ...own },
    })
  const visit = aVisit({ id: 'v-again', elderId: 'e-again', stationId: 'st-one' })
  beforeEach(() => cloud.restock(aNeighbourhood(registeredTwice({ visits: [visit] }))))

  it('takes the other one along, with what is asked for under it', async () => {
    accepted(await about.join())
    accepted(await move())
    expect(await cloud.one('elders', 'e-again')).toMatchObject({
      stationId: 'st-two',
      building: home.building,
    })
    expect(await cloud.one('visits', 'v-again')).toMatchObject({
      stationId: 'st-two',
      building: home.building,
    })
    expect(await cloud.one('likenesses', PAIR)).toMatchObject({ stationId: 'st-two', townId: 't-west' })
    const { id } = accepted<{ id: string }>(
      await about.call('o-other-clerk', 'people.file', { elderId: 'e-again' }),
    )
    expect(id).toBe('e-wang')
  })

  it('is parted by whoever answers for her now, and the other is where she was', async () => {
    const before = await cloud.one('elders', 'e-again')
    accepted(await about.join())
    accepted(await move())
    expect(codeOf(await about.undo())).toBe('FORBIDDEN')
    expect((await about.alike('o-other-clerk')).lately).toMatchObject([{ id: PAIR }])
    accepted(await about.undo({}, 'o-other-clerk'))
    const {
      recordsBehindSince: _,
      usesWithdrawn: __,
      ...after
    } = (await cloud.one('elders', 'e-again')) ?? {}
    const { recordsBehindSince: ___, ...was } = before ?? {}
    expect(after).toEqual(was)
    expect(await cloud.one('visits', 'v-again')).toMatchObject({ stationId: 'st-one' })
    expect(await cloud.one('elders', 'e-wang')).toMatchObject({ stationId: 'st-two' })
    expect(await cloud.one('likenesses', PAIR)).toMatchObject({
      stationId: null,
      townId: null,
      state: 'found',
    })
  })

  it('is moved with her once more after the time to undo', async () => {
    accepted(await about.join())
    later(25)
    accepted(await move())
    expect(await cloud.one('elders', 'e-again')).toMatchObject({ stationId: 'st-two' })
  })
})
