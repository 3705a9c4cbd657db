import { AppError } from '#types/errors'
import type { IdentityRecord } from '../../_domain/people/circle/records'
import {
  claimMoved,
  claimNumber,
  othersOf,
  withoutClaim,
  withoutNumber,
} from '../../_domain/people/elders/claims'
import { isProven, toldOfKnown } from '../../_domain/people/elders/registering'
import { settlingOf } from '../../_domain/people/elders/settling'
import type { ElderRecord } from '../../_domain/people/records'
import { registrationFor } from '../../_shell/registrations'
import { digestsOf } from '../../_shell/sealed-parts'
import type { Audited, Work } from '../../_shell/transact'

/** A clerk who writes a number down. */
export interface Proof {
  /** Whether the card is in hand. */
  hasCard: boolean
  /** Elders whom the clerk has looked at: she is none of them. */
  others: readonly string[]
}

/** Whether her number stays open, and the elders who are without one now. */
interface Numbered {
  isPending: boolean
  left: readonly ElderRecord[]
}

/**
 * Writes down an id number for an elder. Whoever is no clerk is told nothing: where it is somebody's already, hers is open until a clerk
 * has seen the card, and as much is read and written as where it is not.
 * @param proof null where no clerk writes it down
 * @throws AppError `ALREADY_REGISTERED` for a clerk, with whose it is: where others have seen her papers, or the clerk has not looked
 */
export async function putNumber(
  work: Work,
  idNumber: string,
  elder: Pick<ElderRecord, 'id' | 'district' | 'stationId' | 'joined'>,
  { proof, now }: { proof: Proof | null; now: Date },
): Promise<Numbered> {
  const { digest, known } = await keptOf(work, idNumber)
  const found = await work.find('elders', known?.elderId ?? elder.id)
  const holder = known && found?.id === known.elderId && !isSame(elder, found.id) ? found : null
  if (proof && holder) await requireNotHolders(work, holder, proof)
  if (proof?.hasCard) {
    if (known && known.id !== digest) work.remove('identities', known.id)
    return { isPending: false, left: await giveNumber(work, known, { ...elder, digest }) }
  }
  const { identity, isPending } = claimNumber(digest, { known, holder }, elder, now)
  work.put('identities', identity)
  return { isPending, left: [] }
}

/** @throws AppError `ALREADY_REGISTERED` with the registration that stands for whose it is */
async function requireNotHolders(work: Work, holder: ElderRecord, { others }: Proof): Promise<void> {
  const stays = await registrationFor(holder, work.find)
  const isLookedAt = [holder, stays].some(({ id }) => others.includes(id))
  if (!isProven(holder) && isLookedAt) return
  const told = {
    ...toldOfKnown(stays, await work.find('stations', stays.stationId)),
    isProven: isProven(holder),
  }
  throw new AppError('ALREADY_REGISTERED', told)
}

/** Whether it is her, or a registration that was joined to hers: one number is one person's. */
export const isSame = ({ id, joined = [] }: Pick<ElderRecord, 'id' | 'joined'>, other: string): boolean =>
  id === other || joined.includes(other)

/**
 * Gives a number to whoever showed the card, and takes it from all others but from registrations that were joined to hers.
 * @param undo where that can be taken back: her record as it was, and when this is
 * @returns the others, as they are now
 */
export async function giveNumber(
  work: Work,
  known: IdentityRecord | null,
  { digest, ...elder }: Pick<ElderRecord, 'id' | 'district' | 'joined'> & { digest: string },
  undo?: { before: ElderRecord; now: Date },
): Promise<ElderRecord[]> {
  const { id, district } = elder
  const without: ElderRecord[] = []
  for (const otherId of known ? othersOf(known, id) : []) {
    if (isSame(elder, otherId)) continue
    const other = await work.find('elders', otherId)
    if (!other?.idNumber) continue
    without.push(other)
  }
  const left = without.map(withoutNumber)
  for (const other of left) work.put('elders', other)
  const settled = known && undo && settlingOf(known, [undo.before, ...without], undo.now)
  work.put('identities', { id: digest, district, elderId: id, ...(settled && { settled }) })
  return left
}

/** Takes an elder's number away: whoever else claims it still does. */
export async function dropNumber(work: Work, elder: ElderRecord): Promise<void> {
  const known = elder.idNumber && (await work.find('identities', elder.idNumber.digest))
  const left = known && withoutClaim(known, elder)
  if (left) work.put('identities', left)
  else if (known) work.remove('identities', known.id)
}

/** Takes along where one is looked after who claims a number that others claim, too. */
export async function moveClaim(work: Work, elder: ElderRecord): Promise<void> {
  const known = elder.idNumber && (await work.find('identities', elder.idNumber.digest))
  const moved = known && claimMoved(known, elder)
  if (moved && moved !== known) work.put('identities', moved)
}

/** Elders whose records changed besides the one that a call is about, for their logs. */
export const besideOf = (left: readonly ElderRecord[]): Audited[] =>
  left.map((elder) => ({ ...elder, elderId: elder.id }))

/** What is kept of a number, and the digest to keep it under. */
async function keptOf(
  work: Work,
  idNumber: string,
): Promise<{ digest: string; known: IdentityRecord | null }> {
  const digests = digestsOf(idNumber)
  for (const digest of digests) {
    const known = await work.find('identities', digest)
    if (known) return { digest: digests[0], known }
  }
  return { digest: digests[0], known: null }
}
