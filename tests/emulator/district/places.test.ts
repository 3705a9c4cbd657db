import { join } from 'node:path'
import { sittingsOn } from '../../../emulator/district/places'
import { readPlaces } from '../../../emulator/district/read'
import type { Places } from '../../../emulator/district/shapes'
import { PROJECT } from '../built-functions'

const places = readPlaces(join(PROJECT, 'emulator/demo'))

/** Which sittings of a station there are on a local date, by their slots. */
const slotsOf = (written: Places, stationId: string, date: string) =>
  sittingsOn(written, date).flatMap((sitting) => (sitting.stationId === stationId ? [sitting.slot] : []))

describe('sittingsOn', () => {
  it('lays out every meal of a table as the folder has it', () => {
    const [lunch] = sittingsOn(places, '2026-11-24').filter(
      ({ _id }) => _id === 'pt-nantang_2026-11-24_lunch',
    )
    expect(lunch).toMatchObject({
      kitchenId: 'k-yinling',
      startsAt: '2026-11-24T03:30:00.000Z',
      cutoffAt: '2026-11-24T00:30:00.000Z',
      left: { seats: 20, portions: 16 },
    })
    expect(lunch?.sets).toEqual(
      ['fanqie-niunan', 'roumo-zhengdan', 'su-shijin'].map((id) =>
        places.menus.sets.find((set) => set.id === id),
      ),
    )
  })

  it('goes by weekdays alone, whatever is a holiday or worked in exchange', () => {
    expect(slotsOf(places, 'cc-xinhua', '2026-10-01')).toEqual(['lunch', 'dinner'])
    expect(slotsOf(places, 'cc-xinhua', '2026-09-20')).toEqual([])
  })

  it('leaves a day of closure to whoever reads it', () => {
    const closures = [{ fromDay: 0, toDay: 1, reason: '水管检修' }]
    const closed = { ...places, stations: places.stations.map((station) => ({ ...station, closures })) }
    expect(sittingsOn(closed, '2026-11-24')).toEqual(sittingsOn(places, '2026-11-24'))
  })

  it('lays out nothing where a day has no sets, or the table no such meal', () => {
    const week = places.menus.week.map((day) => ({ ...day, dinner: [] }))
    const tables = places.tables.map(({ lunch: _, ...table }) => table)
    const menus = { ...places.menus, week }
    expect(slotsOf({ ...places, menus }, 'st-changjiang', '2026-11-24')).toEqual(['lunch'])
    expect(slotsOf({ ...places, tables }, 'st-changjiang', '2026-11-24')).toEqual(['dinner'])
  })
})
