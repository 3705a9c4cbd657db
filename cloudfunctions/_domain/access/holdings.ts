import { type Role, type Scope, scopes } from '#types/contract'
import { AppError } from '#types/errors'
import type {
  AccountRecord,
  ElderRecord,
  ElderSummary,
  MembershipSummary,
  RelationSummary,
} from '../people/records'
import type { Helper } from '../visits/records'

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
  const own = self && isOf(self, elderId) ? asRelation(self) : null
  if (own) return own.scopes.includes(scope) ? own : null
  const granted = account.relations.filter((r) => r.state === 'granted' && r.scopes.includes(scope))
  return granted.find((r) => r.elderId === elderId) ?? granted.find((r) => isOf(r, elderId)) ?? null
}

/** Whether this is the elder of that id, or a second registration of that id was joined to hers. */
export const isOf = ({ elderId, joined = [] }: ElderSummary, id: string): boolean =>
  elderId === id || joined.includes(id)

/** The ids under which the records of an elder stand, as far as the account knows. */
export function recordIds({ self, relations }: AccountRecord, elderId: string): string[] {
  const known = [...(self ? [self] : []), ...relations].find((one) => one.elderId === elderId)
  return idsOf([known ?? { elderId }])
}

/** Every registration for which the account may do this, its owner's first. */
export function registrationsOf({ self, relations }: AccountRecord, scope: Scope): RelationSummary[] {
  const granted = relations.filter((r) => r.state === 'granted' && r.scopes.includes(scope))
  const own = self ? [asRelation(self)] : []
  return [...own.filter((r) => r.scopes.includes(scope)), ...granted]
}

/** Every elder for whom the account may do this, the account's owner first; a second registration only where the first is not theirs. */
export function eldersOf(account: AccountRecord, scope: Scope): RelationSummary[] {
  const all = registrationsOf(account, scope)
  return all.filter(({ joinedTo }) => !all.some(({ elderId }) => elderId === joinedTo))
}

/** The ids under which the records of these elders stand: their own, and those of second registrations that were joined to theirs. */
export const idsOf = (elders: readonly Pick<ElderSummary, 'elderId' | 'joined'>[]): string[] =>
  elders.flatMap(({ elderId, joined = [] }) => [elderId, ...joined])

/**
 * The elders whom a list is about: the one asked for, else all that the account may see.
 * @throws AppError `FORBIDDEN` for an elder whom it may not see
 */
export function visibleElders(account: AccountRecord | null, elderId?: string): RelationSummary[] {
  const visible = account ? eldersOf(account, 'view') : []
  if (elderId === undefined) return visible
  const asked = visible.filter((one) => isOf(one, elderId))
  if (asked.length === 0) throw new AppError('FORBIDDEN')
  return asked
}

/** Whether the account belongs to the elder or to somebody whom she let in. */
export function isFamilyOf(account: AccountRecord, elderId: string): boolean {
  return scopes.some((scope) => relationTo(account, elderId, scope) !== null)
}

/** Whether the account acts for an elder under this very registration, and not only under one to which it was joined. */
export const isNamedFor = ({ self, relations }: AccountRecord, elderId: string): boolean =>
  self?.elderId === elderId || relations.some((one) => one.elderId === elderId && one.state === 'granted')

/** The same in whichever registration of hers: whoever judges what she is entitled to is near to none of them. */
export function isNearTo(
  account: AccountRecord,
  { id, joinedTo }: Pick<ElderRecord, 'id' | 'joinedTo'>,
): boolean {
  const stays = joinedTo ?? id
  const near = scopes.flatMap((scope) => registrationsOf(account, scope))
  return near.some((one) => isOf(one, id) || one.elderId === stays || one.joinedTo === stays)
}

/** Whether a visit is of a station or a town that the account answers for. */
export function isAnsweredBy(account: AccountRecord, place: { stationId: string; townId: string }): boolean {
  const { stationIds, townIds } = answersFor(account)
  return stationIds.includes(place.stationId) || townIds.includes(place.townId)
}

/**
 * The caller as a helper who goes to a door, under the name that was vetted.
 * @throws AppError `NOT_ASSIGNABLE` when none of the caller's roles counts today
 */
export function helperOf(account: AccountRecord): Helper {
  const held = atDoors(account)
  if (!held) throw new AppError('NOT_ASSIGNABLE')
  return { openid: account.id, name: held.name, kind: held.helperKind ?? 'staff' }
}

/** The role in which somebody goes to a door: as a volunteer, where they are one. */
export function atDoors({ memberships: all }: AccountRecord): MembershipSummary | undefined {
  const held = all.filter((m) => m.state === 'assignable')
  return held.find((m) => m.role === 'volunteer') ?? held[0]
}

/** What a phone may that is hers only by a joining which can be taken back: what a relative may whom she lets see and order. */
const LENT_SCOPES: readonly Scope[] = ['view', 'order']

function asRelation(self: ElderSummary): RelationSummary {
  const held = isLent(self) ? LENT_SCOPES : scopes
  return { ...self, relation: 'self', scopes: [...held], state: 'granted', until: null }
}

/** Whether a phone is an elder's own only by a joining that can still be taken back. `accountOn` says from when on it is hers. */
export const isLent = ({
  phoneLentUntil,
  relation = 'self',
}: ElderSummary & Partial<RelationSummary>): boolean => relation === 'self' && phoneLentUntil !== undefined

/** Whether a visit is kept from a lent phone: what others asked for, or found at her door, may be another person's. */
export const isKeptFrom = (
  { id, self }: AccountRecord,
  { elderId, asker }: { elderId?: string; asker?: string },
): boolean =>
  self !== null && isLent(self) && isOf(self, elderId ?? '') && asker !== undefined && asker !== id

/** Memberships that count today; a manager may do what a clerk of the station may. */
export function memberships(account: AccountRecord, role: Role): MembershipSummary[] {
  return account.memberships.filter(
    (m) => m.state === 'assignable' && (m.role === role || (role === 'clerk' && m.role === 'manager')),
  )
}
