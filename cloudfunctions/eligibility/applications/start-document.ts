import type { eligibility } from '#types/eligibility'
import { photoPath } from '../../_domain/eligibility/papers'
import { requireAlive } from '../../_domain/people/elders/ending'
import { requireNotJoined } from '../../_domain/people/likenesses/joining'
import { putAlone } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { personOf } from '../../_shell/secrets'
import { elderFor } from './elder-for'

/** The name comes from a keyed digest of the wish: it cannot be guessed, and the same wish gets the same place. */
export const startDocument: Handler<typeof eligibility.startDocument> = async (ctx, { elderId: named }) => {
  const { elder } = await elderFor(ctx, named)
  requireNotJoined(elder)
  const { id: elderId } = elder
  requireAlive(elder)
  const openid = ctx.callerId()
  const id = personOf(`photo ${openid} ${elderId} ${ctx.key ?? ctx.requestId}`)
  const path = photoPath(elderId, id)
  const about = { id, district: elder.district, elderId }
  await ctx.requireRoom({ ...about, stationId: elder.stationId })
  await putAlone('uploads', {
    ...about,
    path,
    openid,
    at: ctx.now.toISOString(),
  })
  return { path }
}
