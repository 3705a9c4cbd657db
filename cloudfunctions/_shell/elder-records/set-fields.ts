import { isDeepStrictEqual } from 'node:util'
import type { Where } from '../../_domain/base/where'
import type { CollectionName } from '../../_domain/documents'
import { command, updateWhere } from '../cloud'
import { conditionsOf } from '../where'

/** Fields, dotted where they lie inside another, and what they are to say. */
type Fields = Readonly<Record<string, unknown>>

/** Sets fields in those of some records that say something else and still fit; done again, it writes nothing. */
export async function setFields(
  name: CollectionName,
  records: readonly { id: string }[],
  { where, fields }: { where: Where; fields: Fields },
): Promise<void> {
  const behind = records.filter((record) => isBehind(record, fields)).map(({ id }) => id)
  if (behind.length > 0) await updateWhere(name, { ...conditionsOf(where), _id: command.in(behind) }, fields)
}

const isBehind = (record: object, fields: Fields) =>
  Object.entries(fields).some(([path, value]) => !isDeepStrictEqual(plain(valueAt(record, path)), value))

/** The SDK gives places back as objects of its own class. */
const plain = (value: unknown): unknown => (value === undefined ? value : JSON.parse(JSON.stringify(value)))

const valueAt = (record: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      record,
    )
