import type { Ctx } from './context'

/**
 * Of a call that changes many records one after the other, before anything is done: a key that stood for another list, or for another
 * act, is refused while nothing is half done. Changes nothing itself. @throws AppError `KEY_REUSED`
 */
export async function rememberWhole(ctx: Ctx, stationId: string): Promise<void> {
  if (ctx.key === null) return
  await ctx.transact('stations', async (work) => ({
    record: { ...(await work.get('stations', stationId)), elderId: null },
    by: ctx.actor(),
  }))
}
