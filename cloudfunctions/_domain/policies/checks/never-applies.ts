import { modes, slots } from '#types/meals/slots'
import { type Amount, dayKinds, type MealPolicy, type When } from '#types/policies/meal'
import { mealLayersOf } from '../meal/layers'
import type { Fault, Path } from './faults'

const kinds = { slots, modes, days: dayKinds } as const
const tables = { bySlot: 'slots', byMode: 'modes', byDay: 'days' } as const
const words = { slots: '餐次', modes: '用餐方式', days: '日子' } as const

/** Rules for no meal at all, and entries of a table for meals that the policy, the layer or the rule leaves out. */
export function neverApplies(policy: MealPolicy): Fault[] {
  return mealLayersOf(policy).flatMap(({ path, layer, isDelivery }) =>
    layer.rules.flatMap((rule, place) => {
      const parts: When[] = [policy, layer, rule, ...(isDelivery ? [{ modes: ['delivery' as const] }] : [])]
      const at = [...path, 'rules', place]
      return [...emptyFaults(parts, at), ...entryFaults(rule.amount, parts, [...at, 'amount'])]
    }),
  )
}

function emptyFaults(parts: readonly When[], path: Path): Fault[] {
  return (['slots', 'modes', 'days'] as const).flatMap((key) =>
    meant(parts, key).length > 0
      ? []
      : [
          {
            path,
            problem: `这条规则永远用不上：它的${words[key]}（${key}）和政策、层里写的${words[key]}没有相同的。请让三处至少有一个相同的，或者删去其中一处。`,
          },
        ],
  )
}

function entryFaults(amount: Amount, parts: readonly When[], path: Path): Fault[] {
  if (typeof amount === 'number' || 'percent' in amount || 'elderPays' in amount) return []
  return Object.entries(amount).flatMap(([table, entries]) => {
    const key = tables[table as keyof typeof tables]
    return Object.entries(entries as Record<string, Amount>).flatMap(([entry, inner]) => {
      const at = [...path, table, entry]
      if (key && !meant(parts, key).includes(entry))
        return [
          {
            path: at,
            problem: `“${entry}”这一项永远用不上：政策、层或规则的 ${key} 里没有它。请在 ${key} 里加上 ${entry}，或者删去这一项。`,
          },
        ]
      return entryFaults(inner, parts, at)
    })
  })
}

/** What is left when all have named theirs. */
const meant = (parts: readonly When[], key: keyof typeof kinds): string[] =>
  kinds[key].filter((one) =>
    parts.every((part) => (part[key] as readonly string[] | undefined)?.includes(one) ?? true),
  )
