import { relationId } from '#types/ids'
import type { ActFor, HeldRole, Me } from '#types/people'
import type { LocalDate } from '#types/values'
import { eldersOf } from '../access/holdings'
import { maskName } from '../base/masks'
import type { AccountRecord, MembershipSummary, RelationSummary } from './records'

/** So many of those who ask stand on a home page. */
const MOST_ASKS = 10

/** Who reads, and what counts for everybody today. */
interface Reader {
  /** Their id among others (`personOf`). */
  person: string
  /** The last local date for which an elder may be booked for whom nobody has seen yet. */
  littleUntil: LocalDate
  /** Who asks the reader to be let in. */
  asking: Pick<Me, 'asks' | 'asking'>
  /** What could not be sent to the reader, as far as it is still so. */
  notices: Me['notices']
}

/** Who asks an elder, as her home page shows it. @param asking how many, where she keeps not all of them */
export const asksOnHome = (
  account: Pick<AccountRecord, 'asks'> | null,
  asking = account?.asks.length ?? 0,
): Pick<Me, 'asks' | 'asking'> => ({
  asks: (account?.asks ?? [])
    .slice(0, MOST_ASKS)
    .map(({ memberId, name, relation }) => ({ memberId, name, relation })),
  asking,
})

/** What a caller may know of themselves. An openid without an account has no name, no roles, no elders. */
export function meOf(account: AccountRecord | null, now: Date, reader: Reader): Me {
  return {
    now: now.toISOString(),
    name: account?.name || null,
    invented: account?.invented ?? false,
    roles: account ? rolesOf(account) : [],
    elders: account ? eldersOf(account, 'view').map((elder) => actFor(elder, reader)) : [],
    ...reader.asking,
    startsFrom: account?.place ?? null,
    notices: reader.notices,
    asked: account
      ? account.relations.filter((r) => r.state !== 'granted').map((one) => asked(one, reader.person))
      : [],
    joining: account ? account.memberships.filter(isJoining).map(joining) : [],
  }
}

/** An elder as the caller acts for her. */
export function actFor(
  {
    elderId,
    name,
    politeName,
    relation,
    scopes,
    place,
    isPlaceUnknown,
    isUnseen,
    joinedTo,
    joined,
  }: RelationSummary,
  { person, littleUntil }: Pick<Reader, 'person' | 'littleUntil'>,
): ActFor {
  const memberId = relation === 'self' ? undefined : relationId(elderId, person)
  return {
    id: elderId,
    name,
    politeName,
    relation,
    scopes,
    place,
    ...(isPlaceUnknown && { isPlaceUnknown }),
    ...(isUnseen && { littleUntil }),
    ...(joinedTo && { isJoined: true }),
    ...(joined && { joined }),
    ...(memberId && { memberId }),
  }
}

/** Somebody who has not been let in knows only a masked name. */
const asked = (
  { elderId, name, relation, state, since }: RelationSummary,
  person: string,
): Me['asked'][number] => ({
  elderId,
  name: maskName(name),
  relation: relation === 'self' ? 'relative' : relation,
  state,
  memberId: relationId(elderId, person),
  ...(since !== undefined && { since }),
})

const isJoining = ({ state }: MembershipSummary) => state !== 'assignable' && state !== 'ended'

const joining = ({ role, orgName, state }: MembershipSummary): Me['joining'][number] => ({
  role,
  orgName,
  state,
})

function rolesOf(account: AccountRecord): HeldRole[] {
  const named = (name: string) => name !== account.name && { name }
  const own: HeldRole[] = account.self ? [{ role: 'elder', ...named(account.self.name) }] : []
  const family: HeldRole[] = account.relations.some((r) => r.state === 'granted') ? [{ role: 'family' }] : []
  const held = account.memberships
    .filter((m) => m.state === 'assignable')
    .map((m) => ({
      role: m.role,
      orgName: m.orgName,
      ...named(m.name),
      ...(m.orgKind === 'station' && { stationId: m.orgId }),
      ...(m.orgKind === 'kitchen' && { kitchenId: m.orgId }),
    }))
  return [...own, ...family, ...held]
}
