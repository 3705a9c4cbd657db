import type { Allowance, CarePolicy, CatalogueItem } from '#types/policies/care'
import { compileCondition, groundOf } from '../terms/conditions'
import type { Test } from '../terms/truth'
import { compileShared, type ShareRule } from './households'
import { compileTable } from './tables'

/** What a policy counts in: minutes of service, or fen. */
export type Unit = 'minutes' | 'fen'

/** A care policy, compiled once. */
interface CareTable {
  unit: Unit
  rules: readonly ShareRule<Allowance>[]
  items: ReadonlyMap<string, { item: CatalogueItem; offered: Test }>
}

const compiled = new WeakMap<CarePolicy, CareTable>()

/** The table of a policy; the same document is compiled once in the life of an instance. */
export function careTable(policy: CarePolicy): CareTable {
  const known = compiled.get(policy)
  if (known) return known
  const table = compile(policy)
  compiled.set(policy, table)
  return table
}

function compile(policy: CarePolicy): CareTable {
  const ground = groundOf(policy)
  return {
    unit: unitOf(policy),
    rules: policy.allowances.map((allowance) =>
      compileShared(allowance, {
        who: allowance.who,
        table: compileTable(allowance.minutes ?? allowance.amount ?? 0, ground),
        ground,
      }),
    ),
    items: new Map(
      policy.catalogue.map((item) => [item.item, { item, offered: compileCondition(item.who, ground) }]),
    ),
  }
}

/** Minutes, unless the allowances are sums; a policy that mixes the two cannot be saved. */
export const unitOf = ({ allowances }: Pick<CarePolicy, 'allowances'>): Unit =>
  allowances[0]?.amount === undefined ? 'minutes' : 'fen'
