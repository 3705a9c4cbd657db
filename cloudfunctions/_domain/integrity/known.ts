import type { CollectionName, Documents } from '../documents'
import type { Known, Wanted } from './rule'

/** Documents of any collections, by collection. */
export type Records = { readonly [N in CollectionName]?: readonly Documents[N][] }

/** What is known from some records, each once, however often it was read. */
export function knownFrom(records: Records): Known {
  const byId = new Map(
    Object.entries(records).map(([name, list]) => [
      name,
      new Map((list as readonly { id: string }[]).map((one) => [one.id, one] as const)), // every document has an id
    ]),
  )
  return {
    find: <N extends CollectionName>(name: N, id: string | null) =>
      ((id !== null && byId.get(name)?.get(id)) || null) as Documents[N] | null,
    having: <N extends CollectionName>(name: N, field: string, value: string) =>
      ([...(byId.get(name)?.values() ?? [])] as Documents[N][]).filter(
        (one) => Reflect.get(one, field) === value,
      ),
  }
}

/** The same wishes, those for one collection by the same fields in one: as few questions as possible. */
export function together(wanted: readonly Wanted[]): Wanted[] {
  const merged = new Map<string, Wanted>()
  for (const { name, where } of wanted) {
    const key = [name, ...Object.keys(where).sort()].join(' ')
    const before = merged.get(key)?.where ?? {}
    const both = Object.entries(where).map(([field, values]) => [
      field,
      [...new Set([...(before[field] ?? []), ...values])],
    ])
    merged.set(key, { name, where: Object.fromEntries(both) })
  }
  return [...merged.values()].filter(({ where }) => Object.values(where).every((values) => values.length > 0))
}
