import type { LocalDate } from '#types/values'
import type { SittingRecord } from '../../_domain/meals/records'
import { plannedOn } from '../../_shell/claims/planned'
import { withoutClaims } from '../../_shell/claims/store'

/** A station's sittings of a date, in order of time: as they are kept, and where nothing is claimed yet, as they are planned. */
export async function sittingsOn(stationId: string, date: LocalDate, now: Date): Promise<SittingRecord[]> {
  const kept = withoutClaims({ stationId, date })
  const ids = kept.then((sittings) => sittings.map(({ id }) => id))
  const planned = plannedOn({ stationId, date, kept: ids }, now)
  return (await Promise.all([kept, planned])).flat().sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}
