import type { meals } from '#types/meals'
import type { Handler } from '../../_shell/context'
import { changeMeal } from './change-meal'

export const changeSet: Handler<typeof meals.changeSet> = (ctx, { channel, pays, ...input }) =>
  changeMeal(ctx, { ...input, pays, channel, about: ({ setName }) => setName })
