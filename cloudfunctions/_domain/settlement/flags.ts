import type { Actor } from '#types/actors'
import type { FlagKind } from '#types/supervision'
import type { Where } from '../base/where'
import type { MealOrderRecord } from '../meals/records'
import { wordsOf } from '../people/elders/forgetting'
import type { ElderRecord } from '../people/records'
import type { FlagRecord, ServedDayRecord } from './records'

type Served = Pick<
  MealOrderRecord,
  'id' | 'district' | 'townId' | 'stationId' | 'stationName' | 'elderId' | 'elderName' | 'date' | 'slot'
>

/**
 * What does not fit together about a meal that was served: recorded in hospital, away or deceased on that date, or served at
 * the same time at another station. A flag is a question for a person; nothing is cut off by it.
 */
export function crossCheck(
  order: Served,
  {
    elder,
    day,
    now,
  }: { elder: Pick<ElderRecord, 'absences' | 'diedOn'> | null; day: ServedDayRecord | null; now: Date },
): FlagRecord[] {
  const found: { kind: FlagKind; about: string }[] = []
  if (elder?.diedOn && elder.diedOn < order.date) found.push({ kind: 'deceased', about: elder.diedOn })
  for (const { kind, from, to } of elder?.absences ?? []) {
    if (from < order.date && (to === null || order.date < to))
      found.push({ kind: kind === 'hospital' ? 'inHospital' : 'away', about: from })
  }
  const elsewhere = day?.served.find(
    (one) => one.slot === order.slot && one.stationId !== order.stationId && one.orderId !== order.id,
  )
  if (elsewhere) found.push({ kind: 'twoStations', about: elsewhere.stationName })
  return distinct(found).map(({ kind, about }) => flagOf(order, kind, about, now))
}

/** A meal that was written down as eaten long after it; `reason` is what the clerk said to it. */
export const lateFlag = (order: Served, reason: string, now: Date): FlagRecord =>
  flagOf(order, 'servedLate', reason, now)

/**
 * Which of an elder's meals are looked at again when it becomes known where she was: those served from the first day on that
 * she was away or is known to have died; null: none.
 */
export function servedToCheck({ absences, diedOn }: Pick<ElderRecord, 'absences' | 'diedOn'>): Where | null {
  const [first] = [...absences.map(({ from }) => from), ...(diedOn === null ? [] : [diedOn])].sort()
  return first === undefined ? null : { date: { from: first }, state: 'served' }
}

/**
 * A question that somebody has answered; the first answer stays. The same flag when it was answered already. Of an elder whose data
 * are gone no answer is kept.
 */
export function answerFlag(
  flag: FlagRecord,
  words: string,
  { by, now }: { by: Actor; now: Date },
): FlagRecord {
  if (flag.state === 'closed') return flag
  return { ...flag, state: 'closed', closed: wordsOf(flag, { by, at: now.toISOString(), words }) }
}

function flagOf(order: Served, kind: FlagKind, about: string, now: Date): FlagRecord {
  const { district, townId, stationId, stationName, elderId, elderName, date, slot } = order
  return {
    id: `${order.id}_${kind}`,
    district,
    townId,
    stationId,
    orderId: order.id,
    kind,
    elderId,
    elderName,
    stationName,
    date,
    slot,
    about,
    state: 'open',
    at: now.toISOString(),
    closed: null,
  }
}

/** Each kind once. */
const distinct = <T extends { kind: FlagKind }>(found: readonly T[]): T[] =>
  found.filter(({ kind }, place) => found.findIndex((one) => one.kind === kind) === place)
