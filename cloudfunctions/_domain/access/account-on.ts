import { localDate } from '#types/days'
import type { AccountRecord, ElderRecord, ElderSummary } from '../people/records'

/**
 * An account as it counts now: work and guardianship whose papers have expired do not count, whoever is suspended in a role anywhere
 * holds it nowhere, and a phone that became an elder's by a joining is hers once nobody can take that back.
 */
export function accountOn(account: AccountRecord, now: Date): AccountRecord {
  const today = localDate(now)
  const relations = account.relations.map((one) =>
    one.state === 'granted' && isOver(one.until, today) ? { ...one, state: 'revoked' as const } : one,
  )
  const suspended = account.memberships.filter((m) => m.state === 'suspended').map((m) => m.role)
  const memberships = account.memberships.map((held) =>
    held.state === 'assignable' && (isOver(held.until, today) || suspended.includes(held.role))
      ? { ...held, state: 'suspended' as const }
      : held,
  )
  return { ...account, self: account.self && selfAt(account.self, now), relations, memberships }
}

const isOver = (until: string | null, today: string) => until !== null && until < today

function selfAt(self: ElderSummary, now: Date): ElderSummary {
  const { phoneLentUntil: _, ...own } = self
  return isLentAt(self, now) ? self : own
}

/** Whether an elder's phone is hers only by a joining that can still be taken back at this moment. */
export const isLentAt = ({ phoneLentUntil }: Pick<ElderSummary, 'phoneLentUntil'>, now: Date): boolean =>
  phoneLentUntil !== undefined && phoneLentUntil > now.toISOString()

/** The phone on which an elder is told what others do about her; null where she has none, or it is lent. */
export const phoneTold = (elder: Pick<ElderRecord, 'openid' | 'phoneLentUntil'>, now: Date): string | null =>
  isLentAt(elder, now) ? null : elder.openid
