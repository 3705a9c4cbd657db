import type { Actor } from '#types/actors'
import type { Role } from '#types/contract'
import { addDays, localDate } from '#types/days'
import { AppError } from '#types/errors'
import type { Certificate, CertificateKind, Membership, OrgKind, StaffRole } from '#types/people/staff'
import { can, type MembershipAct, membershipMoves } from '#types/states'
import type { LocalDate } from '#types/values'
import type { HelperKind } from '#types/visits'
import { type Concern, concernOfKitchen } from '../../access/concerns'
import { withStep } from '../../base/history'
import { nameOf } from '../circle/circle'
import type { AccountRecord, MembershipSummary } from '../records'
import type { MembershipRecord } from './records'

/** So many of the latest steps are shown. */
const STEPS_SHOWN = 4

/** So many certificates a membership keeps; the oldest make way. */
const MOST_PAPERS = 5

/** Who directs whom, where roles are held, which papers they need; data. */
export interface Staffing {
  directs: Partial<Record<Role, readonly string[]>>
  places: Record<StaffRole, readonly string[]>
  certificates: Record<StaffRole, readonly string[]>
}

/** An organisation in which roles are held. */
export interface Organisation {
  id: string
  kind: OrgKind
  name: string
  district: string
  invented: boolean
  /** Of a kitchen: the station whose own it is; null, or absent: of none. */
  stationId?: string | null
}

/** Who directs anybody, the widest first: whoever holds two of these acts in the wider. */
export const directors = ['supervisor', 'coordinator', 'manager'] as const

/** Whom a call about an organisation's people concerns. */
export function concernOfOrg({ kind, id, district, stationId = null }: OrganisationPlace): Concern {
  switch (kind) {
    case 'station':
      return { stationId: id, district }
    case 'kitchen':
      return concernOfKitchen({ id, stationId, district })
    case 'town':
      return { townId: id, district }
    case 'district':
      return { district: id }
  }
}

type OrganisationPlace = Pick<Organisation, 'kind' | 'id' | 'district' | 'stationId'>

/** The roles that a director may invite to in an organisation of this kind. */
export function directedRoles(director: Role, kind: OrgKind, staffing: Staffing): StaffRole[] {
  const directed = staffing.directs[director] ?? []
  return (Object.keys(staffing.places) as StaffRole[]).filter(
    (role) => directed.includes(role) && staffing.places[role].includes(kind),
  )
}

/** @throws AppError `NOT_YOUR_STEP` when somebody else decides on this role */
export function requireDirector(director: Role, role: StaffRole, kind: OrgKind, staffing: Staffing): void {
  if (!directedRoles(director, kind, staffing).includes(role)) throw new AppError('NOT_YOUR_STEP')
}

/** Kinds of certificate that a role needs and that are missing or not valid on a local date. */
export function missingCertificates(
  { role, certificates }: Pick<MembershipRecord, 'role' | 'certificates'>,
  on: LocalDate,
  staffing: Staffing,
): CertificateKind[] {
  const valid = certificates.filter(({ from, to }) => from <= on && on <= to).map(({ kind }) => kind)
  return (staffing.certificates[role] as CertificateKind[]).filter((kind) => !valid.includes(kind))
}

/**
 * Last local date on which every paper that the role needs is valid, counted from `on`: certificates of a kind that follow
 * each other without a gap count as one. Null: it needs none. A paper missing on that day: the day before.
 */
export function validUntil(
  { role, certificates }: Pick<MembershipRecord, 'role' | 'certificates'>,
  on: LocalDate,
  staffing: Staffing,
): LocalDate | null {
  const ends = staffing.certificates[role].map((kind) =>
    coveredUntil(
      certificates.filter((one) => one.kind === kind),
      on,
    ),
  )
  return ends.sort()[0] ?? null
}

/** The last day that papers cover without a gap from `on`; the day before it when they do not cover it. */
function coveredUntil(papers: readonly Certificate[], on: LocalDate): LocalDate {
  let until = addDays(on, -1)
  for (const { from, to } of [...papers].sort((a, b) => a.from.localeCompare(b.from))) {
    if (from <= addDays(until, 1) && to > until) until = to
  }
  return until
}

/**
 * The name under which somebody takes on work: the one under which others have vetted them already, else their account's, else what
 * they say now.
 * @throws AppError `BAD_INPUT` naming the field when there is none
 */
export function nameAtWork(account: AccountRecord | null, given: string | undefined): string {
  const vetted = account?.memberships.find(({ state }) => state !== 'accepted' && state !== 'ended')
  return vetted?.name ?? nameOf(account, given)
}

/**
 * A place in an organisation, accepted by the one who holds it. Its name is what whoever vets them reads, and stays: whoever wants
 * another one begins anew.
 */
export function acceptMembership(
  id: string,
  { role, helperKind, org }: { role: StaffRole; helperKind: HelperKind | null; org: Organisation },
  {
    openid,
    name,
    by,
    now,
    state = 'accepted',
  }: { openid: string; name: string; by: Actor; now: Date; state?: 'accepted' | 'assignable' },
): MembershipRecord {
  return {
    id,
    district: org.district,
    elderId: null,
    orgId: org.id,
    orgName: org.name,
    orgKind: org.kind,
    role,
    helperKind,
    openid,
    name,
    location: null,
    state,
    certificates: [],
    steps: [{ act: 'accept', at: now.toISOString(), by, note: null }],
  }
}

/**
 * One step further, or suspended.
 * @throws AppError `WRONG_STATE`; `CERTIFICATE_MISSING` with `kinds` where a paper is missing on the day of assigning;
 *   `NOT_YOUR_STEP` for one's own
 */
export function advanceMembership(
  record: MembershipRecord,
  act: MembershipAct,
  {
    by,
    openid,
    note,
    now,
    staffing,
  }: { by: Actor; openid: string; note: string | null; now: Date; staffing: Staffing },
): MembershipRecord {
  if (record.openid === openid) throw new AppError('NOT_YOUR_STEP')
  const { to } = membershipMoves[act]
  if (record.state === to && !can(record.state, act, membershipMoves)) return record // a double tap
  if (!can(record.state, act, membershipMoves)) throw new AppError('WRONG_STATE', { state: record.state })
  if (to === 'assignable') requireCertificates(record, now, staffing)
  const step = { act, at: now.toISOString(), by, note }
  return { ...record, state: to, steps: withStep(record.steps, step) }
}

function requireCertificates(record: MembershipRecord, now: Date, staffing: Staffing): void {
  const kinds = missingCertificates(record, localDate(now), staffing)
  if (kinds.length > 0) throw new AppError('CERTIFICATE_MISSING', { kinds })
}

/**
 * With one more certificate. One of its kind that begins earlier stays, so that a renewal in good time leaves no gap.
 * @throws AppError `NOT_YOUR_STEP` for one's own, `WRONG_STATE` for somebody who has left, `DATE_PAST` for one that has expired
 */
export function withCertificate(
  record: MembershipRecord,
  certificate: Certificate,
  { by, openid, now }: { by: Actor; openid: string; now: Date },
): MembershipRecord {
  if (record.openid === openid) throw new AppError('NOT_YOUR_STEP')
  if (record.state === 'ended') throw new AppError('WRONG_STATE', { state: record.state })
  if (certificate.to < localDate(now)) throw new AppError('DATE_PAST', { date: certificate.to })
  if (record.certificates.some((one) => JSON.stringify(one) === JSON.stringify(certificate))) return record
  const others = record.certificates.filter(
    (one) => one.kind !== certificate.kind || one.from < certificate.from,
  )
  const step = { act: 'certify', at: now.toISOString(), by, note: certificate.kind }
  return {
    ...record,
    certificates: [...others, certificate].slice(-MOST_PAPERS),
    steps: withStep(record.steps, step),
  }
}

/** A membership as those who direct it read it. */
export function membershipShown(record: MembershipRecord, now: Date, staffing: Staffing): Membership {
  const { district: _, openid: __, elderId: ___, location: ____, ...shown } = record
  return {
    ...shown,
    steps: shown.steps.slice(-STEPS_SHOWN),
    missing: missingCertificates(record, localDate(now), staffing),
  }
}

/** The account, saying what the membership says. */
export function withMembership(
  account: AccountRecord,
  record: MembershipRecord,
  { on, staffing }: { on: LocalDate; staffing: Staffing },
): AccountRecord {
  const { orgId, orgName, orgKind, role, name, state, helperKind } = record
  const summary: MembershipSummary = {
    orgId,
    orgName,
    orgKind,
    role,
    name,
    state,
    helperKind,
    until: validUntil(record, on, staffing),
  }
  const others = account.memberships.filter((one) => one.orgId !== orgId || one.role !== role)
  return { ...account, memberships: state === 'ended' ? others : [...others, summary] }
}
