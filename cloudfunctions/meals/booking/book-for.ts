import type { meals } from '#types/meals'
import type { Handler } from '../../_shell/context'
import { bookMeal } from './book-meal'

export const bookFor: Handler<typeof meals.bookFor> = (ctx, { channel, pays, isMeant, ...input }) =>
  bookMeal(ctx, { ...input, pays, isMeant, channel, confirmed: true })
