import texts from '../../../cloudfunctions/_policies/consents.json'
import type { Registered } from '../../../types/people/elders'
import type { FoundElder } from '../../../types/people/found'
import { anElder, anOrder, TOMORROW } from '../../domain/builders'
import { aCloud, accepted, nightly, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'

const agreed = texts.texts
  .filter(({ purpose }) => purpose === 'service')
  .map(({ purpose, version }) => ({ purpose, version }))
const shan = {
  name: '单玉绿',
  birthDate: '1950-02-03',
  sex: 'female',
  building: '长江路 20 弄 1 号',
  living: 'couple',
}
const ofTwo = { stationId: 'st-two', stationName: '二号驿站' }

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ triggers: nightly })
})
beforeEach(() => cloud.restock(aNeighbourhood()))
afterAll(() => cloud.close())

const clerk = (action: string, input: object) => cloud.as('o-clerk').call(`people.${action}`, input)
const found = async (text: string) =>
  accepted<{ elders: FoundElder[] }>(await clerk('find', { stationId: 'st-one', text })).elders.map(
    ({ id }) => id,
  )
const registered = async () => {
  const paper = { how: 'paper', form: '2026-017', witness: '李站长' }
  const input = { stationId: 'st-one', agreed, paper, channel: 'counter', elder: shan }
  return accepted<Registered>(await clerk('registerAt', input)).elderId
}

describe('an elder of the station', () => {
  it('is found in letters from the moment at which she is registered', async () => {
    const id = await registered()
    for (const text of ['shanyulv', 'shan yu lu', 'SYL', '单yl', 'ＳＹＬ', 'SHAN YÜ'.replace('Ü', 'U')])
      expect([text, await found(text)]).toEqual([text, [id]])
    expect(await found('danyulv')).toEqual([])
  })

  it('is found by her new name alone once it was corrected', async () => {
    const identity = { name: '单秀珍' }
    const id = await registered()
    accepted(await clerk('verify', { elderId: id, identity, reason: '看了身份证' }))
    expect(await found('sxz')).toEqual([id])
    expect(await found('syl')).toEqual([])
    const [before] = [await cloud.one('elders', id)]
    accepted(await clerk('verify', { elderId: id, identity: { hukou: 'elsewhere' }, reason: '看了户口簿' }))
    expect((await cloud.one('elders', id))?.readings).toEqual(before?.readings)
  })

  it('stands beside those whose name begins with these letters as it is written, each once', async () => {
    const elders = [
      anElder({ id: 'e-wan', name: '万丽' }),
      anElder({ id: 'e-latin', name: 'Wang Li' }),
      anElder({ ...ofTwo, id: 'e-other', name: '王丽' }),
      wang,
    ]
    await cloud.restock(aNeighbourhood({ elders }))
    expect((await found('wan')).sort()).toEqual(['e-latin', 'e-wan', 'e-wang'])
    expect(await found('WANG LI')).toEqual(['e-latin'])
  })

  it.each(['.*', '[a-z]', 'w|c', '(?=w)', '^w', '\\w', '*'])('is not found by %j', async (text) => {
    expect(await found(text)).toEqual([])
  })
})

describe('a record that was written before', () => {
  const { readings: _, ...old } = wang
  const { readings: __, ...gone } = anElder({ id: 'e-gone', name: '已注销', state: 'erased' })
  const log = jest.spyOn(console, 'log').mockImplementation(() => {})
  afterAll(() => log.mockRestore())
  const sweep = async () => {
    await cloud.emulator.timers.fire('scheduler', 'sweep')
    return JSON.parse(String(log.mock.lastCall?.[0]))
  }

  it('is found in letters after a night, and is left alone by the next', async () => {
    await cloud.restock(aNeighbourhood({ elders: [old, gone, chen] }))
    expect(await found('wxy')).toEqual([])
    expect(await sweep()).toMatchObject({ namesRead: 2 })
    expect(await found('wxy')).toEqual(['e-wang'])
    expect(await cloud.one('elders', 'e-wang')).toMatchObject({ ...old, readings: ['wang王xiu秀ying英'] })
    expect(await cloud.one('elders', 'e-gone')).toMatchObject({ ...gone, readings: [] })
    const after = await cloud.emulator.engine.dump()
    expect(await sweep()).toMatchObject({ namesRead: 0 })
    expect(await cloud.emulator.engine.dump()).toEqual(after)
  })

  it('keeps what is written with another name in that very moment', async () => {
    await cloud.restock(aNeighbourhood({ elders: [old, chen] }))
    cloud.emulator.gateway.setGate(async ({ action }) => {
      if (action !== 'database.modifyDocument') return
      cloud.emulator.gateway.setGate(undefined)
      accepted(await clerk('verify', { elderId: 'e-wang', identity: { name: '王丽' }, reason: '看了户口簿' }))
    })
    expect(await sweep()).toMatchObject({ namesRead: 0 })
    expect(await cloud.one('elders', 'e-wang')).toMatchObject({ name: '王丽', readings: ['wang王li丽'] })
  })

  it('is read whatever their number', async () => {
    const elders = Array.from({ length: 45 }, (__, nth) => ({ ...old, id: `e-${nth}` }))
    await cloud.restock(aNeighbourhood({ elders }))
    expect(await sweep()).toMatchObject({ namesRead: 45 })
  })
})

describe('meals.findEaters', () => {
  const guest = anElder({ ...ofTwo, id: 'e-guest', name: '吴秀英' })
  const absent = anElder({ id: 'e-absent', name: '吴丽' })
  const order = (id: string, elderId: string, own = {}) => anOrder({ id, elderId, ...own })
  const eaters = async (text: string, date = TOMORROW) =>
    accepted<string[]>(
      await cloud.as('o-clerk').call('meals.findEaters', { stationId: 'st-one', date, text }),
    ).sort()
  beforeEach(() =>
    cloud.restock(
      aNeighbourhood({
        elders: [wang, chen, guest, absent],
        mealOrders: [
          order('m-1', 'e-wang'),
          order('m-2', 'e-wang', { slot: 'dinner' }),
          order('m-3', 'e-guest', { state: 'served' }),
          order('m-4', 'e-chen', { stationId: 'st-two' }),
        ],
      }),
    ),
  )

  it.each<[string, string[]]>([
    ['w', ['e-guest', 'e-wang']],
    ['wuxiu', ['e-guest']],
    ['王x', ['e-wang']],
    ['xiuying', ['e-guest', 'e-wang']],
    ['xy', ['e-guest', 'e-wang']],
    ['秀y', ['e-guest', 'e-wang']],
    ['ying', ['e-guest', 'e-wang']],
    ['ang', []],
    ['iu', []],
    ['c', []],
    ['wuli', []],
    ['王', []],
    ['wxy 3606', []],
  ])('finds by %j of those who eat there that day, guests too: %j', async (text, ids) => {
    expect(await eaters(text)).toEqual(ids)
  })

  it('finds nobody on another day', async () => {
    expect(await eaters('w', '2026-11-23')).toEqual([])
  })
})
