import { AppError } from '#types/errors'
import { likenessId } from '#types/ids'
import type { LikenessSign } from '#types/people/likeness-signs'
import type { LikelyPair } from '#types/people/likenesses'
import { can, type LikenessAct, likenessMoves } from '#types/states'
import type { Concern } from '../../access/concerns'
import { isUnseen } from '../elders/seen'
import type { ElderRecord } from '../records'
import { type LikenessTerms, undoableUntil } from './joining'
import type { LikenessRecord } from './records'

type Placed = Pick<ElderRecord, 'stationId' | 'townId'>

/** To which station and to which town two registrations belong; null where each has her own. */
export const placeOfPair = (one: Placed, other: Placed): Pick<LikenessRecord, 'stationId' | 'townId'> => ({
  stationId: one.stationId === other.stationId ? one.stationId : null,
  townId: one.townId === other.townId ? one.townId : null,
})

type Seen = Pick<ElderRecord, 'seen'>

/** Of how many of the two nobody has seen the elder: the more, the later the pair comes. */
export const unseenOf = (one: Seen, other: Seen): number => [one, other].filter(isUnseen).length

/**
 * Whether nobody waits for a registration any more: nobody of a station has seen her, she has agreed to nothing, so that nothing was
 * booked, and nobody may act for her or asks to.
 * @param isAwaited whether somebody asks to be let in to her
 */
export const isGivenUp = (
  { seen, state, openid, circle }: Pick<ElderRecord, 'seen' | 'state' | 'openid' | 'circle'>,
  isAwaited: boolean,
): boolean =>
  isUnseen({ seen }) && state === 'pending' && openid === null && circle.length === 0 && !isAwaited

/** Whom a call about two registrations concerns: the station of both, else the town of both, else nobody who could answer for it. */
export function concernOfPair(one: Placed, other: Placed): Concern {
  if (one.stationId === other.stationId) return { stationId: one.stationId }
  return one.townId === other.townId ? { townId: one.townId } : {}
}

/** Two registrations that nobody has looked at yet. */
export function foundPair(
  later: ElderRecord,
  earlier: ElderRecord,
  { signs, now }: { signs: LikenessSign[]; now: Date },
): LikenessRecord {
  return {
    id: likenessId(later.id, earlier.id),
    district: later.district,
    ...placeOfPair(later, earlier),
    elderId: later.id,
    otherId: earlier.id,
    signs,
    state: 'found',
    unseen: unseenOf(later, earlier),
    at: now.toISOString(),
    decided: null,
    joining: null,
  }
}

/** A pair of which somebody said something. @throws AppError `WRONG_STATE` */
export function decidePair(
  pair: LikenessRecord,
  act: LikenessAct,
  { by, now, joining = null }: { by: string; now: Date; joining?: LikenessRecord['joining'] },
): LikenessRecord {
  if (!can(pair.state, act, likenessMoves)) throw new AppError('WRONG_STATE', { state: pair.state })
  return { ...pair, state: likenessMoves[act].to, decided: { by, at: now.toISOString() }, joining }
}

/** Until when what was said of two registrations can be taken back; null where nothing was, or its time is over. */
export function undoUntil(
  { state, decided }: LikenessRecord,
  now: Date,
  terms: LikenessTerms,
): string | null {
  if (state === 'found' || !decided) return null
  const until = undoableUntil(decided.at, terms)
  return until > now.toISOString() ? until : null
}

/** A pair as a list shows it. @param elders all whom the page speaks of */
export function likelyPair(
  pair: LikenessRecord,
  elders: readonly ElderRecord[],
  { now, terms }: { now: Date; terms: LikenessTerms },
): LikelyPair {
  const { id, state, signs, at } = pair
  const both = [pair.elderId, pair.otherId].flatMap((one) => elders.find((elder) => elder.id === one) ?? [])
  return {
    id,
    state,
    signs,
    since: at,
    names: both.map(({ name }) => name),
    stationNames: [...new Set(both.map(({ stationName }) => stationName))],
    undoUntil: undoUntil(pair, now, terms),
  }
}
