import type { MissingFact } from '#types/meals/prices'
import type { Meeting } from '#types/policies'
import { NO, type Truth, YES } from '../terms/truth'

/**
 * What one rule gives: `least` for sure if it fits, `most` at best. The two differ where a fact decides how much.
 * Minutes or fen, as the policy counts.
 */
export interface Grant<R> {
  rule: R
  fits: Truth
  least: number
  most: number
  missing: readonly MissingFact[]
}

/** What the rules give together. */
interface Met<R> {
  /** For sure. */
  least: number
  /** At best, once everything is known. */
  most: number
  /** Where `least` comes from. */
  lines: { rule: R; amount: number }[]
  /** Rules that could still give more; their facts are the missing ones. */
  open: readonly Grant<R>[]
}

/** How rules that fit meet: the first, the one that gives most, or all. What is not known for sure is not given yet. */
export function meetGrants<R>(meet: Meeting, grants: readonly Grant<R>[]): Met<R> {
  const possible = grants.filter(({ fits, most }) => fits !== NO && most > 0)
  if (meet === 'add') return added(possible)
  return meet === 'first' ? firstOf(possible) : highestOf(possible)
}

function added<R>(grants: readonly Grant<R>[]): Met<R> {
  const lines = grants.flatMap((grant) =>
    sure(grant) > 0 ? [{ rule: grant.rule, amount: sure(grant) }] : [],
  )
  return {
    least: lines.reduce((sum, { amount }) => sum + amount, 0),
    most: grants.reduce((sum, { most }) => sum + most, 0),
    lines,
    open: grants.filter((grant) => grant.most > sure(grant)),
  }
}

function highestOf<R>(grants: readonly Grant<R>[]): Met<R> {
  let best: Grant<R> | undefined
  for (const grant of grants) if (sure(grant) > (best ? sure(best) : 0)) best = grant
  const least = best ? sure(best) : 0
  return {
    least,
    most: grants.reduce((most, grant) => Math.max(most, grant.most), 0),
    lines: best ? [{ rule: best.rule, amount: least }] : [],
    open: grants.filter(({ most }) => most > least),
  }
}

/** A rule that may or may not fit stands before the first that does: only what either would give is sure. */
function firstOf<R>(grants: readonly Grant<R>[]): Met<R> {
  const place = grants.findIndex(({ fits }) => fits === YES)
  const first = grants[place]
  const before = place === -1 ? grants : grants.slice(0, place)
  const reach = first ? [...before, first] : before
  const least = first ? Math.min(...reach.map((grant) => grant.least)) : 0
  const most = Math.max(0, ...reach.map((grant) => grant.most))
  return {
    least,
    most,
    lines: first && least > 0 ? [{ rule: first.rule, amount: least }] : [],
    open: most > least ? reach : [],
  }
}

const sure = ({ fits, least }: Grant<unknown>): number => (fits === YES ? least : 0)
