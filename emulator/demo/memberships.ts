import type { Role } from '#types/contract'
import { localDate } from '#types/days'
import type { Certificate, OrgKind, StaffRole } from '#types/people/staff'
import type { MembershipAct } from '#types/states'
import type { LocalDate, Place } from '#types/values'
import type { HelperKind } from '#types/visits'
import type { MembershipRecord } from '../../cloudfunctions/_domain/people/staff/records'
import {
  acceptMembership,
  advanceMembership,
  requireDirector,
  withCertificate,
} from '../../cloudfunctions/_domain/people/staff/staffing'
import staffing from '../../cloudfunctions/_policies/staffing.json'
import { personOf } from '../../cloudfunctions/_shell/secrets'
import { membershipId } from '../../types/ids'
import district from './district.json'
import { named } from './documents'
import stations from './stations.json'

/** A place in an organisation, as `accounts.json` has it: who accepted it when, and which steps followed. */
export interface WrittenMembership {
  orgId: string
  orgKind: OrgKind
  role: StaffRole
  helperKind: HelperKind | null
  /** Account of whoever took the steps; null for the district's first supervisor, who needs none. */
  directedBy: string | null
  acceptedAt: string
  acts: { act: MembershipAct; at: string; note?: string }[]
  certificates?: Certificate[]
}

/** Whose account it stands in, and where they start from. */
interface Owner {
  id: string
  name: string
  place: Place | null
  memberships: readonly WrittenMembership[]
}

/** A membership by the steps that were taken, as the rules take them. @throws AppError for a step that they refuse */
export function membershipOf(
  { id: openid, name, place }: Owner,
  held: WrittenMembership,
  owners: readonly Owner[],
): MembershipRecord {
  const { orgId, orgKind, role, helperKind, directedBy, acceptedAt, acts, certificates = [] } = held
  const org = {
    id: orgId,
    kind: orgKind,
    name: organisationName(orgId),
    district: district.id,
    invented: true,
  }
  const location = place && {
    type: 'Point' as const,
    coordinates: [place.lng, place.lat] as [number, number],
  }
  const accepted = {
    ...acceptMembership(
      membershipId(orgId, role, personOf(openid)),
      { role, helperKind, org },
      {
        openid,
        name,
        by: actorAs(name, role),
        now: new Date(acceptedAt),
        state: directedBy === null ? 'assignable' : 'accepted',
      },
    ),
    location,
  }
  if (directedBy === null) return accepted

  const director = directorOf(held, named(owners, directedBy))
  const certified = certificates.reduce(
    (record, paper) => withCertificate(record, paper, { ...director, now: new Date(acceptedAt) }),
    accepted,
  )
  return acts.reduce(
    (record, { act, at, note = null }) =>
      advanceMembership(record, act, { ...director, note, now: new Date(at), staffing }),
    certified,
  )
}

/** The local date of the last step: what an account says of papers was counted then. */
export const lastDay = ({ steps }: MembershipRecord): LocalDate => localDate(steps.at(-1)?.at ?? '')

function directorOf({ role, orgKind }: WrittenMembership, { id: openid, name, memberships }: Owner) {
  const own = memberships[0]?.role ?? 'volunteer' // who holds nothing directs nobody
  requireDirector(own, role, orgKind, staffing)
  return { openid, by: actorAs(name, own) }
}

const actorAs = (name: string, role: Role) => ({ name, role, relation: null, channel: 'app' as const })

function organisationName(orgId: string): string {
  return named([district, ...district.towns, ...stations], orgId).name
}
