import { AppError } from '#types/errors'
import type * as z from '#types/z'

/** Where the next page of a list begins, as the phone hands it back unread. */
export const encodeCursor = (position: object): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url')

/**
 * A page of what was found, which is one more than its size where another page follows.
 * @param positionOf where the next page goes on, told by the last of this one
 * @returns `next` is null where this page is the last
 */
export function pageOf<T>(
  found: readonly T[],
  size: number,
  positionOf: (last: T) => object,
): { page: T[]; next: string | null } {
  const page = found.slice(0, size)
  const last = found.length > size ? page.at(-1) : undefined
  return { page, next: last ? encodeCursor(positionOf(last)) : null }
}

/** What was encoded. @throws AppError `BAD_INPUT` for anything else */
export function decodeCursor<T extends z.ZodMiniType>(text: string, shape: T): z.output<T> {
  try {
    return shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    throw new AppError('BAD_INPUT', { fields: ['after'] })
  }
}
