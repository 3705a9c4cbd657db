import { localDate } from '#types/days'
import type { Closure } from '#types/stations'
import { closuresAhead } from '../../_domain/stations/closures'
import type { StationRecord } from '../../_domain/stations/records'
import type { Ctx } from '../../_shell/context'
import { followClosures } from '../../_shell/planning/follow-change'

/** Changes on which days a station stays closed, for all who read it in the directory, and answers what is written then. */
export async function changedClosures(
  ctx: Ctx,
  stationId: string,
  change: (station: StationRecord) => StationRecord,
): Promise<Closure[]> {
  const by = ctx.actor()
  const station = await ctx.transact('stations', async (work) => {
    const before = await work.get('stations', stationId)
    const after = change(before)
    if (after !== before) work.put('stations', after)
    return { record: { ...after, elderId: null }, by }
  })
  await followClosures(station, ctx.now)
  return closuresAhead(station, localDate(ctx.now))
}
