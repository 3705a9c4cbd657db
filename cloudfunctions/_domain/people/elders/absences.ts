import type { LocalDate } from '#types/values'
import type { ElderRecord } from '../records'
import { withRecordsBehind } from './records-behind'

type Absence = ElderRecord['absences'][number]

/** An elder with the days on which she is away; of each the first who said so stays named. The same record when nothing changes. */
export function withAbsences(
  elder: ElderRecord,
  absences: readonly Omit<Absence, 'by'>[],
  { by, now }: { by: string; now: Date },
): ElderRecord {
  const before = (one: Omit<Absence, 'by'>) =>
    elder.absences.find(({ kind, from }) => kind === one.kind && from === one.from)
  const after = absences.map((one) => ({ ...one, by: before(one)?.by ?? by }))
  if (JSON.stringify(after) === JSON.stringify(elder.absences)) return elder
  return withRecordsBehind({ ...elder, absences: after }, now)
}

/** An elder who died on a local date. The same record when that is known. */
export const withDeath = (elder: ElderRecord, on: LocalDate, now: Date): ElderRecord =>
  elder.diedOn === on ? elder : withRecordsBehind({ ...elder, diedOn: on }, now)

/** An elder who is alive after all: it was the wrong one, or a mistake. What ended meanwhile stays ended. */
export const withoutDeath = (elder: ElderRecord, now: Date): ElderRecord =>
  elder.diedOn === null ? elder : withRecordsBehind({ ...elder, diedOn: null }, now)
