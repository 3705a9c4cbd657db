import type { meals } from '#types/meals'
import { ahead, type ReadingAhead } from '../../_shell/context'
import { bookMeal } from './book-meal'
import { readFor } from './reading'

export const book: ReadingAhead<typeof meals.book> = {
  begin(asked) {
    const known = ahead(readFor(asked))
    return (ctx, { pays, isMeant, ...input }) =>
      bookMeal(ctx, { ...input, pays, isMeant, confirmed: false }, known)
  },
}
