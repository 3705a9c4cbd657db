import type { ElderRecord } from '../../../cloudfunctions/_domain/people/records'
import { triggers } from '../../../cloudfunctions/scheduler/config.json'
import { anApplication, aVisit, NOW, TODAY } from '../../domain/builders'
import { aCloud, accepted, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
  cloud = await aCloud({
    triggers: triggers.map(({ name, config }) => ({ functionName: 'scheduler', name, config })),
  })
})
afterEach(() => cloud.emulator.gateway.setGate(undefined))
afterAll(async () => {
  jest.restoreAllMocks()
  await cloud.close()
})

const sweep = () => cloud.emulator.timers.fire('scheduler', 'sweep')
const her = () => cloud.one('elders', 'e-wang')
const begin = (own: Partial<ElderRecord>, stock: Stock = {}) =>
  cloud.restock(aNeighbourhood({ elders: [{ ...wang, ...own }, chen], ...stock }))
const helper = { openid: 'o-volunteer', name: '某人', kind: 'partyMember' as const }
const writes = () => cloud.emulator.gateway.counts.all()['database.modifyDocument'] ?? 0
/** A mark of yesterday: no call of then is still under way. */
const YESTERDAY = '2026-11-20T00:00:00.000Z'
const withoutUse = (purpose: 'category' | 'location') => ({ consents: { ...wang.consents, [purpose]: null } })
const agree = (purpose: string, isGiven: boolean) =>
  cloud.as('o-wang').call('people.consent', {
    elderId: 'e-wang',
    agreed: { purpose, version: `${purpose}-2026-11` },
    isGiven,
  })
const move = () =>
  cloud.as('o-wang').call('people.move', {
    elderId: 'e-wang',
    stationId: 'st-two',
    from: TODAY,
    building: '枫桥路 7 号',
    room: '102 室',
    place: null,
  })

/** The night has read who is marked, and waits before it reads their records until something else has happened. */
async function meanwhile(collection: string, act: () => Promise<void>): Promise<void> {
  let arrive = () => {}
  const isThere = new Promise<void>((done) => {
    arrive = done
  })
  let letGo = () => {}
  const isOver = new Promise<void>((done) => {
    letGo = done
  })
  const { invocations } = cloud.emulator.runnerParts
  let last: string | undefined
  cloud.emulator.gateway.setGate(async ({ collection: asked, token = '' }) => {
    if (invocations.callerOf(token)?.functionName !== 'scheduler') return
    const isNext = last === 'elders' && asked === collection
    last = asked
    if (!isNext) return
    arrive()
    await isOver
  })
  const night = sweep()
  await isThere
  await act()
  letGo()
  expect(await night).toEqual({ state: 'succeeded' })
}

describe('aligning', () => {
  it('writes nothing where nothing is behind', async () => {
    const visits = [aVisit(), aVisit({ id: 'v-task', state: 'claimed', helper })]
    await begin({ recordsBehindSince: NOW.toISOString() }, { visits, applications: [anApplication()] })
    await sweep()
    cloud.emulator.gateway.counts.reset()
    await sweep()
    expect(writes()).toBe(0)
  })

  it('forgets no application of an elder who agreed again and applied while the night was at work', async () => {
    await begin({ ...withoutUse('category'), recordsBehindSince: YESTERDAY })
    await meanwhile('applications', async () => {
      accepted(await agree('category', true))
      await cloud.emulator.engine.seed('applications', [asStored(anApplication())])
    })
    expect(await cloud.stored('applications')).toHaveLength(1)
    await sweep()
    expect(await cloud.stored('applications')).toHaveLength(1)
  })

  it('writes nothing back of where she lived before, when she moves while the night is at work', async () => {
    await begin({ recordsBehindSince: YESTERDAY }, { visits: [aVisit()], applications: [anApplication()] })
    await meanwhile('relations', async () => void accepted(await move()))
    expect((await cloud.stored('applications')).map(({ stationId }) => stationId)).toEqual(['st-two'])
    expect((await cloud.stored('visits')).map(({ building }) => building)).toEqual(['枫桥路 7 号'])
    expect((await her())?.recordsBehindSince).toMatch(TODAY)
  })
})

const asStored = ({ id, ...record }: { id: string }) => ({ _id: id, ...record })
