import { levels } from '#types/policies/conditions'
import type { LocalDate } from '#types/values'
import type { ElderRecord } from '../../people/records'

interface Home {
  district: string
  townId: string
}

/** Where an elder was at home on a local date: after a move its first day counts as the new home. */
export function homeOn(
  { district, townId, formerHomes }: Pick<ElderRecord, 'district' | 'townId' | 'formerHomes'>,
  on: LocalDate,
): Home {
  const before = formerHomes.filter(({ until }) => on <= until).sort((a, b) => (a.until < b.until ? -1 : 1))
  return before[0] ?? { district, townId }
}

/**
 * Where a meal is eaten, seen from home: 0 in the home town, 1 in the home district, 2 in the home city, beyond that outside
 * of every level.
 */
export function eatsIn(home: Home, table: Home, isSameCity: boolean): number {
  if (home.townId === table.townId) return levels.indexOf('town')
  if (home.district === table.district) return levels.indexOf('district')
  return isSameCity ? levels.indexOf('city') : levels.length
}
