import { join } from 'node:path'
import { readPlaces } from '../../emulator/district/read'
import { PROJECT } from '../emulator/built-functions'
import { aProduct, run } from './a-deployment'
import { Tencent } from './tencent'

const places = readPlaces(join(PROJECT, 'emulator/demo'))
const product = aProduct()
for (const name of ['kitchens', 'plans', 'menus', 'policies']) product.collections[name] = { indexes: [] }

const BEGINNING = ['2026-11-16', '2026-11-23', '2026-11-30']

let tencent: Tencent
beforeEach(async () => {
  tencent = new Tencent()
  await tencent.open()
})
afterEach(() => tencent.close())

const deployed = (date: string, own: Parameters<typeof run>[2] = {}) =>
  run(tencent, product, { places, now: new Date(`${date}T12:00:00+08:00`), ...own })
const documents = (collection: string) => tencent.database.collections.get(collection)?.documents
const ids = (collection: string) => [...(documents(collection)?.keys() ?? [])]
const lunches = (kitchenId = 'k-yinling') =>
  ids('menus')
    .filter((id) => id.startsWith(`${kitchenId}_`) && id.endsWith('_lunch'))
    .map((id) => id.split('_')[1])

describe('a deployment with a district', () => {
  it('brings plans, the menus of this week and the next two, and no sittings', async () => {
    expect(await deployed('2026-11-22')).toMatchObject({ isDone: true })
    expect(lunches()).toEqual(BEGINNING)
    expect(ids('menus')).toHaveLength(12)
    expect(ids('plans')).toHaveLength(16)
    expect(ids('sittings')).toEqual([])
    expect([...(documents('kitchens')?.values() ?? [])]).toMatchObject([
      { _id: 'k-yinling', stationId: null },
      { _id: 'k-yinghu', stationId: 'st-yinghu' },
    ])
  })

  it('lets the clock see to it that what is booked already follows the plans and menus that it brings', async () => {
    await deployed('2026-11-22')
    for (const collection of ['plans', 'menus'])
      for (const one of documents(collection)?.values() ?? []) expect(one).toMatchObject({ isAligned: false })
  })

  it.each(['2026-11-23', '2026-12-20'])('leaves the weeks after them to the kitchen, on %s', async (date) => {
    await deployed('2026-11-22')
    expect(await deployed(date)).toMatchObject({ isDone: true, count: 0 })
    expect(lunches()).toEqual(BEGINNING)
  })

  it('goes on with the menus of which only some were written', async () => {
    await deployed('2026-11-22')
    documents('menus')?.delete('k-yinling_2026-11-30_lunch')
    expect(await deployed('2026-11-22', { isPlan: true })).toMatchObject({ count: 1 })
    await deployed('2026-11-22')
    expect(lunches().sort()).toEqual(BEGINNING)
  })

  it('brings menus where a kitchen has none, beside one that writes its own', async () => {
    const others = places.kitchens.slice(0, 1).map((kitchen) => ({ ...kitchen, id: 'k-second' }))
    await deployed('2026-11-22')
    await deployed('2026-12-20', { places: { ...places, kitchens: [...places.kitchens, ...others] } })
    expect(lunches()).toEqual(BEGINNING)
    expect(lunches('k-second')).toEqual(['2026-12-14', '2026-12-21', '2026-12-28'])
  })

  it('leaves a plan and a menu as they were written since', async () => {
    await deployed('2026-11-22')
    const kept = [
      ['plans', 'st-changjiang_2024-01-01_lunch'],
      ['menus', 'k-yinling_2026-11-23_lunch'],
    ] as const
    for (const [collection, id] of kept) documents(collection)?.set(id, { _id: id, rev: 2 })
    await deployed('2026-11-22')
    for (const [collection, id] of kept) expect(documents(collection)?.get(id)).toEqual({ _id: id, rev: 2 })
  })
})
