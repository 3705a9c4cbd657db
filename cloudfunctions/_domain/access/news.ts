import { type Scope, scopes } from '#types/contract'
import type { AccountRecord } from '../people/records'
import { relationTo } from './holdings'

/** Whether somebody who is let in for some things is told of what any of `knowing` lets them know. */
export const mayBeTold = (held: readonly Scope[], knowing: readonly Scope[]): boolean =>
  knowing.some((scope) => held.includes(scope))

/** For what the account is let in to an elder today; nothing for a stranger. */
export const scopesTo = (account: AccountRecord, elderId: string): Scope[] =>
  scopes.filter((scope) => relationTo(account, elderId, scope) !== null)
