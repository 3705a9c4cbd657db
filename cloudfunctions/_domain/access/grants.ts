import type { Actor } from '#types/actors'
import type { Role, Scope, Who } from '#types/contract'
import { AppError } from '#types/errors'
import type { AccountRecord, MembershipSummary, RelationSummary } from '../people/records'
import type { Concern } from './concerns'
import { atDoors, isKeptFrom, isLent, isOf, memberships, relationTo } from './holdings'

/** The capacity in which a caller may act. */
export interface Grant {
  role: Role
  relation: RelationSummary | null
  /** The name that stands for it: an elder's own, at work the one that was vetted there, else what their account says. */
  name: string
}

/** Whether this caller could be one of `who` at all, whomever the call concerns. */
export function holdsAny(account: AccountRecord, who: readonly Who[]): boolean {
  return who.some((one) => holds(account, one))
}

/**
 * In which capacity the caller may do what `who` allows to the people concerned; null: not at all.
 * The first of `who` that fits decides, so a contract lists the closest first. A concern that is not known
 * (an elder's town, say) grants nothing.
 */
export function grantFor(account: AccountRecord, who: readonly Who[], concern: Concern): Grant | null {
  for (const one of who) {
    const grant = grantAs(account, one, concern)
    if (grant) return grant
  }
  return null
}

/** Whether somebody acts as staff, and neither as the elder nor as somebody near her. */
export const isByStaff = ({ role, relation }: Pick<Grant | Actor, 'role' | 'relation'>): boolean =>
  relation === null && role !== 'elder'

function holds(account: AccountRecord, who: Who): boolean {
  switch (who) {
    case 'anyone':
    case 'signedIn':
      return true
    case 'elder':
    case 'joinedPhone':
      return account.self !== null
    case 'family:view':
    case 'family:order':
    case 'family:health':
    case 'family:log':
      return account.relations.some((r) => r.state === 'granted' && r.scopes.includes(scopeOf(who)))
    case 'guardian':
      return account.relations.some(isGuardianship)
    case 'relative':
      return account.relations.length > 0
    case 'assigned':
      return holds(account, 'volunteer') || holds(account, 'clerk') || holds(account, 'coordinator')
    case 'asker':
    case 'doer':
      return true
    default:
      return memberships(account, who).length > 0
  }
}

function grantAs(account: AccountRecord, who: Who, concern: Concern): Grant | null {
  switch (who) {
    case 'anyone':
    case 'signedIn':
      return staffGrant(account) ?? ownGrant(account)
    case 'elder':
      return isSelf(account, concern) && !hasLentPhone(account) ? ownGrant(account) : null
    case 'joinedPhone':
      return isSelf(account, concern) && hasLentPhone(account) && !isKeptFrom(account, concern)
        ? ownGrant(account)
        : null
    case 'family:view':
    case 'family:order':
    case 'family:health':
    case 'family:log':
      return familyGrant(account, concern, scopeOf(who))
    case 'guardian':
      return kinGrant(
        account,
        account.relations.find((r) => isOf(r, concern.elderId ?? '') && isGuardianship(r)),
      )
    case 'relative':
      return concern.relative === account.id
        ? kinGrant(
            account,
            account.relations.find((r) => r.elderId === concern.elderId),
          )
        : null
    case 'assigned':
      return [concern.helper, concern.former].includes(account.id) ? roleGrant(atDoors(account)) : null
    case 'asker':
      return concern.asker === account.id ? askerGrant(account, concern) : null
    case 'doer':
      return concern.doer === account.id ? ownGrant(account) : null
    case 'clerk':
      return roleGrant(memberships(account, 'clerk').find((m) => m.orgId === concern.stationId))
    case 'manager':
      return roleGrant(memberships(account, 'manager').find((m) => m.orgId === concern.stationId))
    case 'kitchen':
      return roleGrant(memberships(account, 'kitchen').find((m) => m.orgId === concern.kitchenId))
    case 'volunteer':
      return concern.district === account.district ? roleGrant(memberships(account, 'volunteer')[0]) : null
    case 'coordinator':
      return roleGrant(memberships(account, 'coordinator').find((m) => m.orgId === concern.townId))
    case 'supervisor':
      return concern.isSupervised === false
        ? null
        : roleGrant(memberships(account, 'supervisor').find((m) => m.orgId === concern.district))
  }
}

function familyGrant(account: AccountRecord, concern: Concern, scope: Scope): Grant | null {
  if (concern.elderId === undefined || isSelf(account, concern)) return null
  const relation = relationTo(account, concern.elderId, scope)
  return kinGrant(account, relation)
}

const isSelf = ({ self }: AccountRecord, { elderId }: Concern): boolean =>
  self !== null && elderId !== undefined && isOf(self, elderId)

const hasLentPhone = ({ self }: AccountRecord): boolean => self !== null && isLent(self)

/**
 * Why somebody may not do what they asked for.
 * @returns AppError `JOINED_LATELY` with `until` and `elderId`, where the elder may on a phone of her own and this one is hers only by a
 *   joining that can be taken back until then; else `FORBIDDEN`
 */
export function refusalTo(account: AccountRecord, who: readonly Who[], concern: Concern): AppError {
  const { self } = account
  const isHeldBack = self && who.includes('elder') && isSelf(account, concern) && hasLentPhone(account)
  if (!isHeldBack) return new AppError('FORBIDDEN')
  const { elderId, phoneLentUntil: until = '' } = self
  return new AppError('JOINED_LATELY', { until, elderId })
}

/** Whoever asked may still act only while they still stand in some relation to the elder, or work here. */
function askerGrant(account: AccountRecord, concern: Concern): Grant | null {
  const own = grantAs(account, 'elder', concern) ?? grantAs(account, 'joinedPhone', concern)
  return own ?? familyGrant(account, concern, 'view') ?? staffGrant(account)
}

function staffGrant(account: AccountRecord): Grant | null {
  return roleGrant(account.memberships.find((m) => m.state === 'assignable'))
}

function ownGrant({ self, name }: AccountRecord): Grant {
  return self ? { role: 'elder', relation: null, name: self.name } : { role: 'family', relation: null, name }
}

/** A guardian is let in only once the station has seen the papers, so the state says it all. */
const isGuardianship = (r: RelationSummary) => r.relation === 'guardian' && r.state === 'granted'

const kinGrant = ({ name }: AccountRecord, relation: RelationSummary | null | undefined): Grant | null =>
  relation ? { role: 'family', relation, name } : null

const roleGrant = (held: MembershipSummary | undefined): Grant | null =>
  held ? { role: held.role, relation: null, name: held.name } : null

const scopeOf = (who: `family:${Scope}`): Scope => who.slice('family:'.length) as Scope // the pattern's second half
