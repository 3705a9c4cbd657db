import type { meals } from '#types/meals'
import type { Handler } from '../../_shell/context'
import { bookMeal } from './book-meal'

export const book: Handler<typeof meals.book> = (ctx, { pays, isMeant, ...input }) =>
  bookMeal(ctx, { ...input, pays, isMeant, confirmed: false })
