import type { Group } from '#types/policies'
import type { Condition } from '#types/policies/conditions'
import type { Fault } from './faults'

/** How deep a document may be nested, how many facts one condition may ask for once its groups are written out. */
const DEEPEST = 30
const MOST_FACTS = 300

/** Whether a document is nested deeper than any rule needs. A number of levels that a stack of calls easily bears. */
export function isTooDeep(document: unknown): boolean {
  let level: unknown[] = [document]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return false
}

/**
 * Conditions that are too large to be asked for everybody: groups may name groups, and each is written out wherever it is
 * named. To be asked before anything is compiled.
 */
export function sizeFaults(
  groups: Readonly<Record<string, Group>>,
  conditions: readonly { path: (string | number)[]; who: Condition }[],
): Fault[] {
  const sizes = new Map<string, number>()
  const all = [
    ...Object.entries(groups).map(([name, { who }]) => ({ path: ['groups', name, 'who'], who })),
    ...conditions,
  ]
  return all
    .filter(({ who }) => factsIn(who, groups, sizes) > MOST_FACTS)
    .map(({ path }) => ({
      path,
      problem: `这个条件把分组都展开以后太大了，最多 ${MOST_FACTS} 项。请少套几层分组，或者拆成几条规则。`,
    }))
}

/** How many facts a condition asks for with its groups written out. A circle of groups ends where it closes. */
function factsIn(
  condition: Condition,
  groups: Readonly<Record<string, Group>>,
  sizes: Map<string, number>,
): number {
  const { group = [], all = [], any = [], not, ...leaves } = condition
  const inner = [...all, ...any, ...(not ? [not] : [])]
  const own = Object.keys(leaves).length
  const nested = inner.reduce((sum, one) => sum + factsIn(one, groups, sizes), 0)
  return group.reduce((sum, name) => sum + factsOf(name, groups, sizes), own + nested)
}

function factsOf(name: string, groups: Readonly<Record<string, Group>>, sizes: Map<string, number>): number {
  const known = sizes.get(name)
  if (known !== undefined) return known
  sizes.set(name, 0) // while it is counted: a circle is a fault of its own
  const who = groups[name]?.who
  const size = who ? factsIn(who, groups, sizes) : 0
  sizes.set(name, size)
  return size
}
