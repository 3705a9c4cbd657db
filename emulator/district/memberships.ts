import type { Role } from '#types/contract'
import { localDate } from '#types/days'
import type { LocalDate, Place } from '#types/values'
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
import { named } from './documents'
import type { District, WrittenMembership } from './shapes'

/** Whose account it stands in, and where they start from. */
interface Owner {
  id: string
  name: string
  place: Place | null
  memberships: readonly WrittenMembership[]
}

/** A membership by the steps that were taken, as the rules take them. @throws AppError for a step that they refuse */
export function membershipOf(
  written: District,
  { id: openid, name, place }: Owner,
  held: WrittenMembership,
): MembershipRecord {
  const { id: district, invented } = written.district
  const { orgId, orgKind, role, helperKind, directedBy, acceptedAt, acts, certificates = [] } = held
  const org = {
    id: orgId,
    kind: orgKind,
    name: organisationName(written, orgId),
    district,
    invented,
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

  const director = directorOf(held, named(written.accounts, directedBy))
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

function organisationName({ district, stations, kitchens }: District, orgId: string): string {
  return named([district, ...district.towns, ...stations, ...kitchens], orgId).name
}
