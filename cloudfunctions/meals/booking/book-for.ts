import type { meals } from '#types/meals'
import { ahead, type ReadingAhead } from '../../_shell/context'
import { bookMeal } from './book-meal'
import { readFor } from './reading'

export const bookFor: ReadingAhead<typeof meals.bookFor> = {
  begin(asked) {
    const known = ahead(readFor(asked))
    return (ctx, { channel, pays, isMeant, ...input }) =>
      bookMeal(ctx, { ...input, pays, isMeant, channel, confirmed: true }, known)
  },
}
