import type { AccountRecord } from '../people/records'

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
