/** The demo district with one more family for each that is to book, and one lunch with so many seats. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ROOT } from './steps.mjs'

const DEMO = join(ROOT, 'emulator/demo')
const FOLDER = join(ROOT, '.cache/bench/district')
/** Pays in full: a booking for somebody like her writes no subsidy. */
const LIKE = 'e-liu-guilan'

export const STATION = 'st-changjiang'
export const openidOf = (family) => `o-rush-${family}`
export const elderOf = (family) => `e-rush-${family}`

/**
 * Writes the district and answers its folder. Each family is one elder without a phone and one relative who orders for her.
 * @param families how many there are, numbered from 0
 * @param seats of every lunch of the station, and no portions
 */
export function writeDistrict({ families, seats }, folder = FOLDER) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(DEMO).filter((file) => file.endsWith('.json')))
    cpSync(join(DEMO, name), join(folder, name))

  const numbers = Array.from({ length: families }, (_, family) => family)
  const rewrite = (name, change) => {
    const file = join(folder, `${name}.json`)
    writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')))))
  }
  rewrite('elders', (elders) => {
    const { idNumber, phone, contacts, ...like } = elders.find(({ id }) => id === LIKE)
    return [...elders, ...numbers.map((family) => ({ ...like, ...elderIn(family) }))]
  })
  rewrite('accounts', (accounts) => [...accounts, ...numbers.map(accountIn)])
  rewrite('tables', (tables) =>
    tables.map((table) => {
      const isIts = table.stationId === STATION
      return isIts ? { ...table, lunch: { ...table.lunch, seats, portions: 0 } } : table
    }),
  )
  rewrite('policies', (policies) => policies.map((file) => resolve(DEMO, file)))
  return folder
}

const elderIn = (family) => ({
  id: elderOf(family),
  code: String(90_000_000 + family),
  stationId: STATION,
  categories: [],
})

const accountIn = (family) => ({
  id: openidOf(family),
  name: '林小雨',
  elderId: null,
  relations: [
    {
      elderId: elderOf(family),
      relation: 'daughter',
      scopes: ['view', 'order'],
      askedAt: '2026-11-04T12:20:00.000Z',
      granted: { how: 'invitation', at: '2026-11-04T12:20:00.000Z' },
    },
  ],
  memberships: [],
  place: null,
})
