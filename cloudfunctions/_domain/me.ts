import type { ActFor, HeldRole, Me } from '#types/people'
import { eldersOf } from './access'
import type { AccountRecord, RelationSummary } from './records/people'

/** What a caller may know of themselves. An openid without an account has no name, no roles, no elders. */
export function meOf(account: AccountRecord | null, now: Date): Me {
  return {
    now: now.toISOString(),
    name: account?.name ?? null,
    invented: account?.invented ?? false,
    roles: account ? rolesOf(account) : [],
    elders: account ? eldersOf(account, 'view').map(actFor) : [],
  }
}

/** An elder as the caller acts for her. */
export function actFor({ elderId, name, politeName, relation, scopes, place }: RelationSummary): ActFor {
  return { id: elderId, name, politeName, relation, scopes, place }
}

function rolesOf(account: AccountRecord): HeldRole[] {
  const own: HeldRole[] = account.self ? [{ role: 'elder' }] : []
  const family: HeldRole[] = account.relations.some((r) => r.state === 'granted') ? [{ role: 'family' }] : []
  const held = account.memberships
    .filter((m) => m.state === 'assignable')
    .map((m) => ({
      role: m.role,
      orgName: m.orgName,
      ...(m.orgKind === 'station' && { stationId: m.orgId }),
    }))
  return [...own, ...family, ...held]
}
