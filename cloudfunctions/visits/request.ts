import { AppError } from '#types/errors'
import { awaitedVisitId } from '#types/ids'
import type { visits } from '#types/visits'
import { requireActive } from '../_domain/people/privacy/consents'
import { isAwaited, raiseUrgency, requestVisit, visitFor, whenOf } from '../_domain/visits/visits'
import { find } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { raisedMessage } from '../_shell/messages'
import { visitTerms as terms } from '../_shell/policies'

export const request: Handler<typeof visits.request> = async (
  ctx,
  { elderId, urgency, reason, when, channel },
) => {
  const elder = await find('elders', elderId)
  ctx.permit({ elderId, ...(elder && { stationId: elder.stationId, townId: elder.townId }) })
  if (!elder) throw new AppError('NOT_FOUND', { elderId })

  requireActive(elder)
  const by = ctx.actor(channel)
  const day = whenOf(when, ctx.now, terms)
  const asker = ctx.knownAccount().id
  const visit = await ctx.transact('visits', async (work) => {
    const slot = awaitedVisitId(elderId, day)
    const awaited = await work.find('awaitedVisits', slot)
    const first = awaited && (await work.find('visits', awaited.visitId))
    if (first && isAwaited(first)) {
      const record = raiseUrgency(first, { urgency, reason }, { now: ctx.now, terms })
      if (record === first) return { record, by }
      work.put('visits', record)
      return { record, by, message: raisedMessage(record, ctx.now) }
    }

    const wish = { urgency, reason, when: day }
    const record = requestVisit(`v-${ctx.requestId}`, wish, { elder, by, asker, now: ctx.now, terms })
    work.put('awaitedVisits', { id: slot, district: elder.district, visitId: record.id, at: record.askedAt })
    work.put('visits', record)
    return { record, by }
  })
  return visitFor(visit, ctx.knownAccount())
}
