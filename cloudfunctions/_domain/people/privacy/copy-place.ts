import type { InputOf } from '#types/contract'
import { AppError } from '#types/errors'
import type { people } from '#types/people'
import type { CollectionName } from '../../documents'
import { following } from '../../elder-bound'

type Part = InputOf<typeof people.copy>['part']

/**
 * What is still to be read of a part of her copy: the rows that stand in it, in their order, and after which value of the first
 * the next page begins.
 * @param after where the last page ended (`placeAfter`); undefined at the beginning
 * @throws AppError `BAD_INPUT` for a place that is in no row of the part
 */
export function copyPlace(part: Part, after: string | undefined) {
  const rows = following.flatMap(([name, { found, copied }]) =>
    'part' in copied && copied.part === part ? [{ name, found, ...copied }] : [],
  )
  if (after === undefined) return { rows, from: undefined }
  const [inRow, ...value] = after.split(':')
  const reached = rows.findIndex(({ name }) => name === inRow)
  if (reached < 0) throw new AppError('BAD_INPUT', { fields: ['after'] })
  return { rows: rows.slice(reached), from: value.join(':') }
}

/** Where a page ended: in which row, and after which value. */
export const placeAfter = (name: CollectionName, value: string): string => `${name}:${value}`
