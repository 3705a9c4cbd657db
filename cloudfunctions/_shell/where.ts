import type { Wanted, Where } from '../_domain/base/where'
import { command } from './cloud'

/** The database's own condition. */
export const conditionsOf = (where: Where): Record<string, unknown> =>
  Object.fromEntries(Object.entries(where).map(([field, wanted]) => [field, conditionOf(wanted)]))

function conditionOf(wanted: Wanted): unknown {
  if (wanted === null || typeof wanted !== 'object') return wanted
  if ('in' in wanted) return command.in(wanted.in)
  if ('not' in wanted) return command.neq(wanted.not)
  return 'from' in wanted ? command.gte(wanted.from) : command.lt(wanted.before)
}

/** Any of several conditions. */
export function anyOf(conditions: readonly object[]): object {
  const [only, ...others] = conditions
  return only && others.length === 0 ? only : command.or([...conditions])
}

/** The condition on those records of an elder that are meant. `row` says in which field her id stands. */
export const ofElder = (row: { found: string }, elderId: string, where: Where = {}): object => ({
  [row.found]: elderId,
  ...conditionsOf(where),
})

/** The same for several elders. */
export const ofElders = (row: { found: string }, elderIds: readonly string[], where: Where = {}): object => ({
  [row.found]: command.in([...elderIds]),
  ...conditionsOf(where),
})
