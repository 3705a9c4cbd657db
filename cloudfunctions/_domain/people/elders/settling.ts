import { AppError } from '#types/errors'
import type { SettledNumber } from '#types/people/numbers'
import type { IdentityRecord } from '../circle/records'
import type { ElderRecord } from '../records'

type Settled = NonNullable<IdentityRecord['settled']>

/** How long a clerk can take back whose an id number is; data. */
interface NumberTerms {
  undoHours: number
}

/** What stood of a number, and of all who claimed it, before a clerk said whose it is: kept so that it can be taken back. */
export const settlingOf = (
  { elderId, claims = [], unlisted, since }: IdentityRecord,
  elders: readonly ElderRecord[],
  now: Date,
): Settled => ({
  at: now.toISOString(),
  holderId: elderId,
  claims,
  ...(unlisted !== undefined && { unlisted }),
  ...(since !== undefined && { since }),
  before: elders.map(({ id, isIdPending, verifiedBy }) => ({
    ...{ elderId: id, verifiedBy },
    ...(isIdPending && { isIdPending }),
  })),
})

/** Until when it can be taken back; null where it is too late. */
export function undoUntil({ at }: Settled, now: Date, { undoHours }: NumberTerms): string | null {
  const until = new Date(Date.parse(at) + undoHours * 3_600_000).toISOString()
  return until > now.toISOString() ? until : null
}

/** From when on what was settled can still be taken back. */
export const settledSince = (now: Date, { undoHours }: NumberTerms): string =>
  new Date(now.getTime() - undoHours * 3_600_000).toISOString()

/** What a clerk said of a number lately, as a list shows it. */
export const settledNumber = (
  { id, name, idNumber }: ElderRecord,
  settled: Settled,
  { now, terms }: { now: Date; terms: NumberTerms },
): SettledNumber => ({
  tail: idNumber?.tail ?? '',
  elderId: id,
  name,
  undoUntil: undoUntil(settled, now, terms) ?? settled.at,
})

/** Whether somebody who was left without the number can have it again: she has none yet, and her record still stands for itself. */
export const canHaveAgain = ({ state, idNumber, joinedTo }: ElderRecord): boolean =>
  state !== 'erased' && idNumber === null && joinedTo === undefined

/**
 * A number that several claim as they did before a clerk said whose it is, with who has claimed it since.
 * @param winner whose it was said to be
 * @param others those who can have it again, with the number sealed for each
 * @throws AppError `WRONG_STATE` where there is none of them
 */
export function takeSettlingBack(
  { settled: _, ...identity }: IdentityRecord,
  { holderId, claims, unlisted = 0, since, before }: Settled,
  { winner, others }: { winner: ElderRecord; others: readonly ElderRecord[] },
): { identity: IdentityRecord; winner: ElderRecord; others: ElderRecord[] } {
  if (others.length === 0) throw new AppError('WRONG_STATE')
  const all = [winner, ...others]
  const known = identity.claims ?? []
  const beyond = unlisted + (identity.unlisted ?? 0)
  const again = claims.flatMap(({ elderId }) => {
    const one = all.find(({ id }) => id === elderId)
    const isKnown = known.some((claim) => claim.elderId === elderId)
    return one && !isKnown ? [{ elderId, stationId: one.stationId }] : []
  })
  const asBefore = ({ isIdPending: __, ...elder }: ElderRecord): ElderRecord => {
    const was = before.find(({ elderId }) => elderId === elder.id)
    return {
      ...elder,
      verifiedBy: was?.verifiedBy ?? null,
      ...(was?.isIdPending && { isIdPending: true }),
    }
  }
  return {
    identity: {
      ...identity,
      elderId: all.some(({ id }) => id === holderId) ? holderId : null,
      claims: [...again, ...known],
      ...(beyond > 0 && { unlisted: beyond }),
      ...((since ?? identity.since) !== undefined && { since: since ?? identity.since }),
    },
    winner: asBefore(winner),
    others: others.map(asBefore),
  }
}
