import type { meals } from '#types/meals'
import type { Handler } from '../../_shell/context'
import { changeMeal } from './change-meal'

export const switchMode: Handler<typeof meals.switchMode> = (ctx, { channel, pays, ...input }) =>
  changeMeal(ctx, { ...input, pays, channel, about: ({ mode }) => mode })
