import { AppError } from '#types/errors'
import type * as z from '#types/z'

/** Where the next page of a list begins, as the phone hands it back unread. */
export const encodeCursor = (position: object): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url')

/** What was encoded. @throws AppError `BAD_INPUT` for anything else */
export function decodeCursor<T extends z.ZodMiniType>(text: string, shape: T): z.output<T> {
  try {
    return shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    throw new AppError('BAD_INPUT', { fields: ['after'] })
  }
}
