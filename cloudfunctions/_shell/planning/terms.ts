import { createHash } from 'node:crypto'
import holidays from '../../_policies/calendar.json'
import { percentOfPlaces } from '../../_policies/unseen.json'

/**
 * Names what ships with the code and decides what is served: holidays, make-up workdays, and how many places elders may hold whom nobody
 * has seen. Another deployment may bring others, and sittings that exist are held against them then.
 */
export const termsId: string = digestOf([holidays.holidays, holidays.workdays, percentOfPlaces])

function digestOf(terms: unknown): string {
  return createHash('sha256').update(JSON.stringify(terms)).digest('hex').slice(0, 16)
}
