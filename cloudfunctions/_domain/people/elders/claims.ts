import type { IdentityRecord } from '../circle/records'
import type { ElderRecord } from '../records'

/** So many elders are listed under one id number: beyond that one more tells a clerk nothing, and is counted alone. */
const MOST_CLAIMS = 10

type Claimant = Pick<ElderRecord, 'id' | 'district' | 'stationId'>

/**
 * What is kept of an id number once one more elder is registered with it, and whether it is somebody else's as long as nobody has seen
 * the card.
 */
interface Claimed {
  identity: IdentityRecord
  isPending: boolean
}

/**
 * Registers an elder with an id number. The first one has it; whoever comes after her claims it, until a clerk has seen the card.
 * @param digest under which it is kept where nobody was registered with it yet
 * @param known what is kept of the number
 * @param holder the elder whose it is; null where there is none
 */
export function claimNumber(
  digest: string,
  { known, holder }: { known: IdentityRecord | null; holder: ElderRecord | null },
  elder: Claimant,
  now: Date,
): Claimed {
  const claims = known?.claims ?? (holder ? [claimOf(holder)] : [])
  if (!known || claims.length === 0)
    return { identity: { id: digest, district: elder.district, elderId: elder.id }, isPending: false }
  const others = claims.filter(({ elderId }) => elderId !== elder.id)
  const isListed = others.length < MOST_CLAIMS
  const identity = isListed
    ? { ...known, claims: [...others, claimOf(elder)] }
    : { ...known, unlisted: (known.unlisted ?? 0) + 1 }
  return { identity: { ...identity, since: known.since ?? now.toISOString() }, isPending: true }
}

const claimOf = ({ id, stationId }: Claimant) => ({ elderId: id, stationId })

/**
 * An id number that one elder claims no more; null where nobody is left. With nobody else beside its holder it is as if it was always
 * hers.
 */
export function withoutClaim(record: IdentityRecord, { id }: Pick<ElderRecord, 'id'>): IdentityRecord | null {
  const claims = (record.claims ?? []).filter(({ elderId }) => elderId !== id)
  const elderId = record.elderId === id ? null : record.elderId
  if (claims.length === 0 && elderId === null) return null
  const { claims: _, since: __, unlisted: ___, settled: ____, ...alone } = record
  const isAlone = elderId !== null && claims.every((one) => one.elderId === elderId)
  return isAlone ? { ...alone, elderId } : { ...record, elderId, claims }
}

/** An id number with the station where one of those who claim it is looked after now; the same where she is not among them. */
export function claimMoved(record: IdentityRecord, { id, stationId }: Claimant): IdentityRecord {
  if (!record.claims?.some(({ elderId }) => elderId === id)) return record
  return {
    ...record,
    claims: record.claims.map((one) => (one.elderId === id ? { ...one, stationId } : one)),
  }
}

/** An elder whose number it turned out not to be: she has none, and no subsidy before a clerk has seen her own card. */
export const withoutNumber = (elder: ElderRecord): ElderRecord => ({
  ...elder,
  idNumber: null,
  isIdPending: true,
  verifiedBy: null,
})

/** An elder whose card a clerk has in hand: the number that is kept is hers. */
export const withProvenNumber = ({ isIdPending: _, ...elder }: ElderRecord, by: string): ElderRecord => ({
  ...elder,
  verifiedBy: by,
})

/** Who claims a number, each person once: a registration that was joined to another of them is left out. */
export const claimantsOf = (
  claims: NonNullable<IdentityRecord['claims']>,
  elders: readonly ElderRecord[],
): ElderRecord[] =>
  claims
    .flatMap(({ elderId }) => elders.filter(({ id }) => id === elderId))
    .filter(({ joinedTo }) => !claims.some(({ elderId }) => elderId === joinedTo))

/** Whether a number is settled although several claim it: all of them are one person, and it is hers. @param those `claimantsOf` */
export const isOfOnePerson = (
  { elderId, claims = [] }: IdentityRecord,
  those: readonly ElderRecord[],
): boolean => elderId !== null && claims.length > 1 && those.length === 1

/** Everybody else who has a number, or claims it. */
export const othersOf = ({ elderId, claims = [] }: IdentityRecord, own: string): string[] =>
  [...new Set([elderId, ...claims.map((one) => one.elderId)])].filter(
    (id): id is string => id !== null && id !== own,
  )
