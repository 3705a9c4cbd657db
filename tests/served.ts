import written from '../cloudfunctions/collections.json'
import type { Collections } from '../emulator/parts'

const collections = written as unknown as Collections // JSON reads tuples as arrays

/** Whether an index of a collection begins with a field, or with a part of it. */
export function serves(collection: string, field: string): boolean {
  const leading = collections[collection]?.indexes.map(({ keys }) => keys[0]?.[0] ?? '') ?? []
  return field === '_id' || leading.some((one) => one === field || one.startsWith(`${field}.`))
}
