import written from '../cloudfunctions/collections.json'
import type { Collections } from '../emulator/parts'

const collections = written as unknown as Collections // JSON reads tuples as arrays

/**
 * Whether an index of a collection begins with a field, or with a part of it. One of places serves only who asks for a place: it leaves
 * out documents that have none, so that the database does not take it for anything else.
 */
export function serves(collection: string, field: string): boolean {
  const indexes = collections[collection]?.indexes.map(({ keys }) => keys) ?? []
  const begins = (one = '') => one === field || one.startsWith(`${field}.`)
  return (
    field === '_id' ||
    indexes.some((keys) => {
      const place = keys.find(([, way]) => way === '2dsphere')
      return place ? place[0] === field : begins(keys[0]?.[0])
    })
  )
}
