import { join } from 'node:path'
import { demoRecords } from '../../../emulator/demo/records'
import { placeDocuments } from '../../../emulator/district/places'
import { readPlaces } from '../../../emulator/district/read'
import type { Places } from '../../../emulator/district/shapes'
import { PROJECT } from '../built-functions'
import { served, whyNothing } from '../served'

const places = readPlaces(join(PROJECT, 'emulator/demo'))
const TODAY = '2026-11-24'
const noon = (date: string) => new Date(`${date}T12:00:00+08:00`)
const recordsOf = (written: Places, today = TODAY) => demoRecords(placeDocuments(written, noon(today), 21))

/** Which meals of a station there are on a local date, by their slots. */
const slotsOf = (written: Places, stationId: string, date: string) =>
  served(recordsOf(written, date), date).flatMap((one) => (one.stationId === stationId ? [one.slot] : []))

/** The folder with other tables of one station. */
const withTable = (stationId: string, own: Partial<Places['tables'][number]>): Places => ({
  ...places,
  tables: places.tables.map((table) => (table.stationId === stationId ? { ...table, ...own } : table)),
})

describe('placeDocuments', () => {
  it('makes no sitting: plans and menus of which each meal of a table follows as the folder has it', () => {
    expect(placeDocuments(places, noon(TODAY), 21)).not.toHaveProperty('sittings')
    const lunch = served(recordsOf(places), TODAY).find(({ id }) => id === 'pt-nantang_2026-11-24_lunch')
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

  it('serves in exchange for a holiday where all workdays are served, and on holidays unless the folder says otherwise', () => {
    expect(slotsOf(places, 'cc-xinhua', '2026-09-19')).toEqual([])
    expect(slotsOf(places, 'cc-xinhua', '2026-09-20')).toEqual(['lunch', 'dinner'])
    expect(slotsOf(places, 'cc-xinhua', '2026-10-01')).toEqual(['lunch', 'dinner'])
    const resting = recordsOf(withTable('cc-xinhua', { onHolidays: false }), '2026-10-01')
    expect(whyNothing(resting, 'cc-xinhua', '2026-10-01')).toBe('holiday')
  })

  it('keeps whether the hours of a station count on holidays, also that nobody has said', () => {
    const stored = recordsOf(places).stations
    const said = (id: string) =>
      stored.find((one) => one.id === id)?.hours.map(({ onHolidays }) => onHolidays)
    expect(said('st-changjiang')).toEqual([true])
    expect(said('pt-huaiyinli')).toEqual([false, false])
    expect(said('pt-guihua')).toEqual([undefined])
  })

  it('serves from the date on that a table names, and always where it names none', () => {
    const { from: _, ...always } = places.tables.find(({ stationId }) => stationId === 'st-yinghu') ?? {}
    const later = withTable('st-changjiang', { from: '2026-11-25' })
    const written = {
      ...later,
      tables: later.tables.map((table) =>
        table.stationId === 'st-yinghu' ? (always as Places['tables'][number]) : table,
      ), // but for the date
    }
    expect(slotsOf(written, 'st-changjiang', '2026-11-24')).toEqual([])
    expect(slotsOf(written, 'st-changjiang', '2026-11-25')).toEqual(['lunch', 'dinner'])
    expect(slotsOf(written, 'st-yinghu', '2020-06-01')).toEqual(['lunch', 'dinner'])
  })

  it('serves nothing while a station is closed', () => {
    const closures = [{ fromDay: 0, toDay: 1, reason: '水管检修' }]
    const closed = recordsOf({
      ...places,
      stations: places.stations.map((station) => ({ ...station, closures })),
    })
    expect(served(closed, TODAY, 1)).toEqual([])
    expect(whyNothing(closed, 'st-changjiang', TODAY)).toBe('closed')
    expect(whyNothing(closed, 'st-changjiang', '2026-11-26')).toBeNull()
  })

  it('serves nothing where a day has no sets, or the table no such meal', () => {
    const week = places.menus.week.map((day) => ({ ...day, dinner: [] }))
    const tables = places.tables.map(({ lunch: _, ...table }) => table)
    const menus = { ...places.menus, week }
    expect(slotsOf({ ...places, menus }, 'st-changjiang', TODAY)).toEqual(['lunch'])
    expect(slotsOf({ ...places, tables }, 'st-changjiang', TODAY)).toEqual(['dinner'])
  })

  it.each([
    ['on a Monday', '2026-11-23', 14, ['2026-11-23', '2026-11-30', '2026-12-07']],
    ['on a Sunday', '2026-11-29', 14, ['2026-11-23', '2026-11-30', '2026-12-07']],
    ['for three weeks', '2026-11-29', 21, ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14']],
    ['for no day more', '2026-11-29', 0, ['2026-11-23']],
  ])('writes the menus of each week that is reached %s', (_, today, daysAhead, weeks) => {
    const { menus } = demoRecords(placeDocuments(places, noon(today), daysAhead))
    const ofKitchen = (id: string) => menus.filter(({ kitchenId }) => kitchenId === id)
    for (const { id } of places.kitchens)
      expect(ofKitchen(id).map(({ week, slot }) => `${week} ${slot}`)).toEqual(
        weeks.flatMap((week) => [`${week} lunch`, `${week} dinner`]),
      )
  })

  it('writes a menu as its kitchen would: what the slot offers, each dish once', () => {
    const [lunch] = recordsOf(places).menus
    const names = lunch?.dishes.map(({ name }) => name) ?? []
    expect(new Set(names).size).toBe(names.length)
    expect(names).toContain('米饭')
    expect(names).not.toContain('饺子汤')
    expect(lunch?.state).toBe('published')
  })
})
