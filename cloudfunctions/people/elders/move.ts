import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import type { people } from '#types/people'
import { concernOfElder } from '../../_domain/access/concerns'
import { hasMoved, movedElder } from '../../_domain/people/elders/moving'
import { withRecordsBehind } from '../../_domain/people/elders/records-behind'
import { requireNotJoined } from '../../_domain/people/likenesses/joining'
import { requireActive, requireConsents } from '../../_domain/people/privacy/consents'
import type { ElderRecord } from '../../_domain/people/records'
import { find } from '../../_shell/cloud'
import type { Ctx, Handler } from '../../_shell/context'
import { alignRecords } from '../../_shell/elder-records/align'
import { putElder } from '../../_shell/elder-records/put-elder'
import { standingFor } from '../../_shell/permitted-elder'
import { lookForLikeness } from '../likenesses/look-for-likeness'
import { withJoined } from '../likenesses/with-joined'
import { fileFor } from './file-for'
import { moveClaim } from './id-number'
import { stationFor } from './station-for'

/**
 * The clerk of the station that she leaves decides, so the right is asked for before she is somebody else's. Afterwards that
 * station has none: only the very call that moved her is answered once more. Registrations that were joined to hers move with her.
 */
export const move: Handler<typeof people.move> = async (
  ctx,
  { elderId, stationId, from, channel, ...home },
) => {
  const named = await find('elders', elderId)
  if (!named || named.state === 'erased') throw new AppError('NOT_FOUND', { elderId })
  const known = await standingFor(ctx, named)
  const left = (await isOwnRepeat(ctx)) ? known.formerHomes[0]?.stationId : undefined
  const grant = ctx.permit({ ...concernOfElder(known), stationId: left ?? known.stationId })
  const by = ctx.actor(channel)
  if (from > localDate(ctx.now)) throw new AppError('DATE_TOO_FAR', { date: from, daysAhead: 0 })

  const elder = await ctx.transact('elders', async (work) => {
    const before = await work.get('elders', known.id)
    requireNotJoined(before)
    requireActive(before)
    if (hasMoved(before, { stationId, from })) return { record: { ...before, elderId: before.id }, by }
    if (before.stationId !== known.stationId) throw new AppError('FORBIDDEN')
    if (home.place) requireConsents(before.consents, ['location'])
    const station = await stationFor(stationId, ctx.now)
    if (station.district !== before.district) throw new AppError('NOT_FOUND', { stationId })
    const after = withRecordsBehind(movedElder(before, station, { from, ...home }), ctx.now)
    await putElder(work, before, after)
    await moveClaim(work, after)
    return { record: { ...after, elderId: after.id }, by, about: 'building' }
  })
  const change = async (one: ElderRecord) => {
    if (hasMoved(one, { stationId, from })) return one
    const place = one.consents.location ? home.place : null
    const to = { from, ...home, place }
    return withRecordsBehind(movedElder(one, await stationFor(stationId, ctx.now), to), ctx.now)
  }
  const together = { change, about: 'building', also: moveClaim }
  await alignRecords(await withJoined(ctx, elder, together), ctx.now)
  await lookForLikeness(ctx, elder)
  return fileFor(elder, grant, ctx.now)
}

/** Whether this caller did just this already, under the same key: its reply may have been lost. */
async function isOwnRepeat({ key, body, callerId }: Ctx): Promise<boolean> {
  const earlier = key === null ? null : await find('auditLog', `${callerId()}.${key}`)
  return earlier?.body === body
}
