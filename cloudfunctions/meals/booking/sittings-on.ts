import type { LocalDate } from '#types/values'
import type { SittingRecord } from '../../_domain/meals/records'
import { select } from '../../_shell/cloud'

const MOST_A_DAY = 3

/** A station's sittings of a date, in order of time. */
export const sittingsOn = (stationId: string, date: LocalDate): Promise<SittingRecord[]> =>
  select('sittings', { where: { stationId, date }, orderBy: [['startsAt', 'asc']], limit: MOST_A_DAY })
