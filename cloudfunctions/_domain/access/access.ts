import { type Role, type Scope, scopes, type Who } from '#types/contract'
import { AppError } from '#types/errors'
import { elderIn, stationIn } from '#types/ids'
import type { AccountRecord, ElderRecord, MembershipSummary, RelationSummary } from '../people/records'
import type { Helper, VisitRecord } from '../visits/records'

/** Whom and what a call concerns, as far as it is known. Helper, former helper and asker are openids. */
export interface Concern {
  elderId?: string
  stationId?: string
  townId?: string
  district?: string
  helper?: string | null
  /** Counts as assigned only where giving back twice has to be one act. */
  former?: string | null
  asker?: string
  /** Openid of the relative whom a relation is about. */
  relative?: string
  /** Openid of whoever did it already. */
  doer?: string | null
}

/** The capacity in which a caller may act. */
export interface Grant {
  role: Role
  relation: RelationSummary | null
}

/**
 * Reads off an input whom it concerns. Natural ids tell station and elder without a look into the database.
 * Empty when the input names nobody.
 */
export function concernOf(input: object): Concern {
  const { elderId, stationId, sittingId, orderId } = input as Record<string, string | undefined>
  const elder = elderId ?? (orderId === undefined ? undefined : elderIn(orderId))
  const named = sittingId ?? orderId
  const station = stationId ?? (named === undefined ? undefined : stationIn(named))
  return {
    ...(elder !== undefined && { elderId: elder }),
    ...(station !== undefined && { stationId: station }),
  }
}

/** Whom a visit concerns. */
export function concernOfVisit(visit: VisitRecord): Concern {
  const { elderId, stationId, townId, district, asker } = visit
  return { elderId, stationId, townId, district, asker, helper: visit.helper?.openid ?? null }
}

/** Whom a call about an elder concerns. */
export function concernOfElder({ id, stationId, townId, district }: ElderRecord): Concern {
  return { elderId: id, stationId, townId, district }
}

/**
 * An account as it counts on a local date: work and guardianship whose papers have expired do not count, and whoever is
 * suspended in a role anywhere holds it nowhere.
 */
export function accountOn(account: AccountRecord, today: string): AccountRecord {
  const relations = account.relations.map((one) =>
    one.state === 'granted' && isOver(one.until, today) ? { ...one, state: 'revoked' as const } : one,
  )
  const suspended = account.memberships.filter((m) => m.state === 'suspended').map((m) => m.role)
  const memberships = account.memberships.map((held) =>
    held.state === 'assignable' && (isOver(held.until, today) || suspended.includes(held.role))
      ? { ...held, state: 'suspended' as const }
      : held,
  )
  return { ...account, relations, memberships }
}

const isOver = (until: string | null, today: string) => until !== null && until < today

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

/** Whether the account holds a role that counts today; a manager counts as a clerk. */
export const isAssignable = (account: AccountRecord, role: Role): boolean =>
  memberships(account, role).length > 0

/** The stations whose clerk or manager, and the towns whose coordinator, the account is today. */
export function answersFor(account: AccountRecord): { stationIds: string[]; townIds: string[] } {
  return {
    stationIds: memberships(account, 'clerk').map((m) => m.orgId),
    townIds: memberships(account, 'coordinator').map((m) => m.orgId),
  }
}

/** The districts that the account supervises and the towns that it coordinates today. */
export function overseen(account: AccountRecord): { districts: string[]; townIds: string[] } {
  return {
    districts: memberships(account, 'supervisor').map((m) => m.orgId),
    townIds: memberships(account, 'coordinator').map((m) => m.orgId),
  }
}

/** The relation, own or granted, that lets the account do this for the elder; null: none. */
export function relationTo(account: AccountRecord, elderId: string, scope: Scope): RelationSummary | null {
  const { self } = account
  if (self?.elderId === elderId) return asRelation(self)
  return (
    account.relations.find(
      (r) => r.elderId === elderId && r.state === 'granted' && r.scopes.includes(scope),
    ) ?? null
  )
}

/** Every elder for whom the account may do this, the account's owner first. */
export function eldersOf(account: AccountRecord, scope: Scope): RelationSummary[] {
  const granted = account.relations.filter((r) => r.state === 'granted' && r.scopes.includes(scope))
  return account.self ? [asRelation(account.self), ...granted] : granted
}

/**
 * The elders whom a list is about: the one asked for, else all that the account may see.
 * @throws AppError `FORBIDDEN` for an elder whom it may not see
 */
export function visibleElders(account: AccountRecord | null, elderId?: string): RelationSummary[] {
  const visible = account ? eldersOf(account, 'view') : []
  if (elderId === undefined) return visible
  const asked = visible.filter((one) => one.elderId === elderId)
  if (asked.length === 0) throw new AppError('FORBIDDEN')
  return asked
}

/** Whether the account belongs to the elder or to somebody whom she let in. */
export function isFamilyOf(account: AccountRecord, elderId: string): boolean {
  return scopes.some((scope) => relationTo(account, elderId, scope) !== null)
}

/** Whether a visit is of a station or a town that the account answers for. */
export function isAnsweredBy(account: AccountRecord, place: { stationId: string; townId: string }): boolean {
  const { stationIds, townIds } = answersFor(account)
  return stationIds.includes(place.stationId) || townIds.includes(place.townId)
}

/**
 * The caller as a helper who goes to a door.
 * @throws AppError `NOT_ASSIGNABLE` when none of the caller's roles counts today
 */
export function helperOf(account: AccountRecord): Helper {
  const held = account.memberships.filter((m) => m.state === 'assignable')
  const first = held.find((m) => m.role === 'volunteer') ?? held[0]
  if (!first) throw new AppError('NOT_ASSIGNABLE')
  return { openid: account.id, name: account.name, kind: first.helperKind ?? 'staff' }
}

function asRelation(self: NonNullable<AccountRecord['self']>): RelationSummary {
  return { ...self, relation: 'self', scopes: [...scopes], state: 'granted', until: null }
}

function holds(account: AccountRecord, who: Who): boolean {
  switch (who) {
    case 'anyone':
    case 'signedIn':
      return true
    case 'elder':
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
      return account.self && account.self.elderId === concern.elderId
        ? { role: 'elder', relation: null }
        : null
    case 'family:view':
    case 'family:order':
    case 'family:health':
    case 'family:log':
      return familyGrant(account, concern, scopeOf(who))
    case 'guardian':
      return kinGrant(account.relations.find((r) => r.elderId === concern.elderId && isGuardianship(r)))
    case 'relative':
      return concern.relative === account.id
        ? kinGrant(account.relations.find((r) => r.elderId === concern.elderId))
        : null
    case 'assigned':
      return [concern.helper, concern.former].includes(account.id) ? staffGrant(account) : null
    case 'asker':
      return concern.asker === account.id ? askerGrant(account, concern) : null
    case 'doer':
      return concern.doer === account.id ? ownGrant(account) : null
    case 'clerk':
      return roleGrant(memberships(account, 'clerk').find((m) => m.orgId === concern.stationId))
    case 'manager':
      return roleGrant(memberships(account, 'manager').find((m) => m.orgId === concern.stationId))
    case 'volunteer':
      return concern.district === account.district ? roleGrant(memberships(account, 'volunteer')[0]) : null
    case 'coordinator':
      return roleGrant(memberships(account, 'coordinator').find((m) => m.orgId === concern.townId))
    case 'supervisor':
      return roleGrant(memberships(account, 'supervisor').find((m) => m.orgId === concern.district))
  }
}

/** Memberships that count today; a manager may do what a clerk of the station may. */
function memberships(account: AccountRecord, role: Role): MembershipSummary[] {
  return account.memberships.filter(
    (m) => m.state === 'assignable' && (m.role === role || (role === 'clerk' && m.role === 'manager')),
  )
}

function familyGrant(account: AccountRecord, concern: Concern, scope: Scope): Grant | null {
  if (concern.elderId === undefined || account.self?.elderId === concern.elderId) return null
  const relation = relationTo(account, concern.elderId, scope)
  return relation && { role: 'family', relation }
}

/** Whoever asked may still act only while they still stand in some relation to the elder, or work here. */
function askerGrant(account: AccountRecord, concern: Concern): Grant | null {
  return grantAs(account, 'elder', concern) ?? familyGrant(account, concern, 'view') ?? staffGrant(account)
}

function staffGrant(account: AccountRecord): Grant | null {
  return roleGrant(account.memberships.find((m) => m.state === 'assignable'))
}

function ownGrant(account: AccountRecord): Grant {
  return { role: account.self ? 'elder' : 'family', relation: null }
}

/** A guardian is let in only once the station has seen the papers, so the state says it all. */
const isGuardianship = (r: RelationSummary) => r.relation === 'guardian' && r.state === 'granted'

const kinGrant = (relation: RelationSummary | undefined): Grant | null =>
  relation ? { role: 'family', relation } : null

const roleGrant = (held: MembershipSummary | undefined): Grant | null =>
  held ? { role: held.role, relation: null } : null

const scopeOf = (who: `family:${Scope}`): Scope => who.slice('family:'.length) as Scope // the pattern's second half
