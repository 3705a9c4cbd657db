import { heldBy, isOf, swapped } from '../../_domain/meals/claims/claiming'
import { minus, positive } from '../../_domain/meals/claims/pools'
import type { Claim, Places } from '../../_domain/meals/claims/records'
import { SittingRecord } from '../../_domain/meals/records'
import { command, findFields, selectFields, updateWhere } from '../cloud'
import { failureOf } from '../failures'

/** Whose claim of which sitting. */
export interface At {
  sittingId: string
  elderId: string
}

/** How often something is given back that was just changed, or of which no answer came. */
const TRIES = 4

const { claims: _, ...others } = SittingRecord.shape
const allButClaims = Object.keys(others) as Exclude<keyof SittingRecord, 'claims'>[] // a shape's keys are the record's

/** A sitting with one elder's claim of it alone; null where nobody has claimed anything of it yet. */
export const sittingFor = async ({ sittingId, elderId }: At): Promise<SittingRecord | null> => {
  const found = await findFields('sittings', sittingId, [...allButClaims, `claims.${elderId}`])
  return found && { ...found, claims: found.claims ?? {} }
}

/** So many sittings a day a station has at most. */
const MOST_A_DAY = 3

/** Sittings of a day without what is claimed of them. */
export const withoutClaims = async (where: { stationId: string; date: string }): Promise<SittingRecord[]> => {
  const found = await selectFields('sittings', allButClaims, { where, limit: MOST_A_DAY })
  return found.map((sitting) => ({ ...sitting, claims: {} }))
}

/** What is claimed of a sitting for one elder; null: nothing. */
export async function claimOf({ sittingId, elderId }: At): Promise<Claim | null> {
  const found = await findFields('sittings', sittingId, [`claims.${elderId}`])
  return found?.claims?.[elderId] ?? null
}

/**
 * Takes what a claim says, where all of it is left and nothing is claimed for her.
 * @param fetched what comes with it from other tables: the sitting holds so much more
 * @returns whether it did
 */
export const take = (
  { sittingId, elderId }: At,
  claim: Claim,
  setId: string,
  fetched: Places = {},
): Promise<boolean> =>
  write(sittingId, elderId, {
    where: {
      ...{ state: 'open', [`off.${setId}`]: command.exists(false) },
      [`claims.${elderId}`]: command.exists(false),
      ...enough(positive(minus(claim.takes, fetched))),
    },
    becomes: command.set(claim),
    left: [positive(minus(claim.takes, fetched)), -1],
    fetched,
  })

/** Makes a claim of the same wish one's own. @returns whether it did */
export const takeOver = ({ sittingId, elderId }: At, seen: Claim, own: Claim): Promise<boolean> =>
  write(sittingId, elderId, {
    where: asSeen(elderId, seen),
    becomes: { attempt: own.attempt, since: own.since },
  })

/** Takes what a change of a claim takes besides, where it is left. @param setId null: the set stays hers; fetched: as for `take` @returns whether it did */
export const takeNext = (
  { sittingId, elderId }: At,
  seen: Claim,
  { next, setId, fetched = {} }: { next: NonNullable<Claim['next']>; setId: string | null; fetched?: Places },
): Promise<boolean> =>
  write(sittingId, elderId, {
    where: {
      ...{ state: 'open', ...(setId !== null && { [`off.${setId}`]: command.exists(false) }) },
      ...{ ...asSeen(elderId, seen), ...enough(positive(minus(next.takes, fetched))) },
    },
    becomes: { next: command.set(next) },
    left: [positive(minus(next.takes, fetched)), -1],
    fetched,
  })

/** Makes the change of a claim good, and gives back what it takes no more. */
export async function swap({ sittingId, elderId }: At, seen: Claim, now: Date): Promise<boolean> {
  if (!seen.next) return false
  return write(sittingId, elderId, {
    where: asSeen(elderId, seen),
    becomes: command.set({ ...swapped(seen), since: now.toISOString() }),
    left: [seen.next.gives, 1],
  })
}

/** Gives back what a change of a claim took besides. */
export async function drop({ sittingId, elderId }: At, seen: Claim): Promise<boolean> {
  if (!seen.next) return false
  return write(sittingId, elderId, {
    where: asSeen(elderId, seen),
    becomes: { next: command.remove() },
    left: [seen.next.takes, 1],
  })
}

/**
 * Gives back all that was held, a change of it that was made good meanwhile, too; nothing where the claim is another's by now. Where no
 * answer comes it is left: what it was for has happened, and the claim holds nothing any more once it is old.
 */
export async function giveBack(at: At, held: Claim): Promise<void> {
  let seen: Claim | null = held
  for (let tries = 0; tries < TRIES && seen && isOf(held, seen); tries++) {
    if (await ifAnswered(free(at, seen))) return
    seen = await ifAnswered(claimOf(at))
  }
}

/**
 * What was taken for a change is hers from an instant on; null: it is given back. Tried again where no answer comes: once it is done
 * nothing is found to be done. What is left all the same the order decides, later.
 */
export async function settleChange(at: At, claimed: Claim, from: Date | null): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++)
    if ((await ifAnswered(from ? swap(at, claimed, from) : drop(at, claimed))) !== null) return
}

/** What comes of a call; null where no answer came. */
export async function ifAnswered<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call
  } catch (error) {
    if (failureOf(error) === 'bug') throw error
    return null
  }
}

/** Takes a claim as it was seen away, and gives back all that it holds. */
export const free = ({ sittingId, elderId }: At, seen: Claim): Promise<boolean> =>
  write(sittingId, elderId, {
    where: asSeen(elderId, seen),
    becomes: command.remove(),
    left: [heldBy(seen), 1],
  })

/** The condition that a claim is as it was seen, and a change of it, too. */
const asSeen = (elderId: string, { attempt, next }: Claim): object => ({
  [`claims.${elderId}.attempt`]: attempt,
  [`claims.${elderId}.next.attempt`]: next ? next.attempt : command.exists(false),
})

const enough = (takes: Places): object =>
  Object.fromEntries(Object.entries(takes).map(([pool, n]) => [`left.${pool}`, command.gte(n)]))

/** One conditional update of one sitting: all of it, or nothing. Its other fields stay as they are. */
async function write(
  sittingId: string,
  elderId: string,
  {
    where,
    becomes,
    left,
    fetched = {},
  }: { where: object; becomes: unknown; left?: [amount: Places, sign: 1 | -1]; fetched?: Places },
): Promise<boolean> {
  const [amount, sign] = left ?? [{}, 1]
  const counts = Object.entries(amount).map(([pool, n]) => [pool, command.inc(sign * n)])
  const more = Object.entries(fetched).map(([pool, n]) => [pool, command.inc(n)])
  const data = {
    claims: { [elderId]: becomes },
    ...(counts.length > 0 && { left: Object.fromEntries(counts) }),
    ...(more.length > 0 && { capacity: Object.fromEntries(more), alignments: command.inc(1) }),
    rev: command.inc(1),
  }
  return (await updateWhere('sittings', { _id: sittingId, ...where }, data)) > 0
}
