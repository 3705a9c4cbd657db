import { AppError } from '#types/errors'
import { awaitedVisitId, likenessId } from '#types/ids'
import type { Urgency, visits } from '#types/visits'
import { phoneTold } from '../_domain/access/account-on'
import type { Concern } from '../_domain/access/concerns'
import { tellAsked, tellUrgent } from '../_domain/messages/of-visits'
import type { Reachable } from '../_domain/messages/telling'
import { requireAlive } from '../_domain/people/elders/ending'
import { arePartedLately, visitedFor } from '../_domain/people/likenesses/callers'
import { requireActive } from '../_domain/people/privacy/consents'
import type { ElderRecord } from '../_domain/people/records'
import type { VisitRecord } from '../_domain/visits/records'
import { askAgain, isAwaited, isOnTask, requestVisit, visitFor, whenOf } from '../_domain/visits/visits'
import { find } from '../_shell/cloud'
import type { Ctx, Handler } from '../_shell/context'
import { standingFor } from '../_shell/permitted-elder'
import { likenessTerms, notices, visitTerms as terms, walking } from '../_shell/policies'
import { aroundUrgent } from '../_shell/reachable'
import { joinedOf } from '../_shell/registrations'

export const request: Handler<typeof visits.request> = async (
  ctx,
  { elderId, urgency, reason, when, channel },
) => {
  const named = await find('elders', elderId)
  const asked = named && (await askedFor(ctx, named))
  ctx.permit(asked ? placeOf(asked) : { elderId })
  if (!asked) throw new AppError('NOT_FOUND', { elderId })

  const standing = await standingFor(ctx, asked)
  const elder = visitedFor(ctx.knownAccount(), standing, await joinedOf(standing))
  requireActive(elder)
  const by = ctx.actor(channel)
  const day = whenOf({ urgency, when }, ctx.now, terms)
  const wish = { urgency, reason: reason || null, reasonHeld: ctx.textsHeldBack }
  const asker = ctx.knownAccount().id
  const told = await toldBeforehand(elder, urgency, ctx.now)
  const tells = (visit: VisitRecord, earlier: VisitRecord | null) => {
    const about = { by: ctx.openid, now: ctx.now, notices }
    return told
      ? tellUrgent(visit, earlier, {
          ...about,
          ...told,
          reach: reachAgain(told.reach, visit, earlier),
          walking,
        })
      : tellAsked(visit, { ...about, reach: { elder: [phoneTold(elder, ctx.now)] } })
  }
  const visit = await ctx.transact('visits', async (work) => {
    requireAlive(elder)
    const slot = awaitedVisitId(elder.id, day)
    const awaited = await work.find('awaitedVisits', slot)
    const first = awaited && (await work.find('visits', awaited.visitId))
    if (first && isAwaited(first)) {
      const again = askAgain(first, wish, { by, now: ctx.now, terms })
      if (again === first) return { record: first, by }
      const heard = { ...again, ...urgentSince(first, told, ctx.now) }
      const record = isOnTask(heard) ? heard : { ...heard, called: told?.reach.helpers ?? heard.called }
      work.put('visits', record)
      return { record, by, tells: told && tells(record, first) }
    }

    const about = { elder, by, asker, now: ctx.now, terms }
    const asked = requestVisit(`v-${ctx.requestId}`, { ...wish, when: day }, about)
    const lastOne = first?.state === 'cancelled' ? first : null
    const record = { ...asked, called: told?.reach.helpers ?? [], ...urgentSince(lastOne, told, ctx.now) }
    work.put('awaitedVisits', { id: slot, district: elder.district, visitId: record.id, at: record.askedAt })
    work.put('visits', record)
    return { record, by, tells: tells(record, first) }
  })
  return visitFor(visit, ctx.knownAccount())
}

/**
 * The elder whom a call names; the caller herself, where she may not act for that one and the two were parted since her page was opened.
 */
async function askedFor(ctx: Ctx, named: ElderRecord): Promise<ElderRecord> {
  const { self } = ctx.knownAccount()
  if (!self || ctx.may(placeOf(named))) return named
  const pair = await find('likenesses', likenessId(named.id, self.elderId))
  const isHers = pair !== null && arePartedLately(pair, ctx.now, likenessTerms)
  return (isHers && (await find('elders', self.elderId))) || named
}

const placeOf = ({ id, stationId, townId }: ElderRecord): Concern => ({ elderId: id, stationId, townId })

/** When it was said last that it is urgent: now, or of the visit before. */
function urgentSince(
  before: VisitRecord | null,
  told: object | null,
  now: Date,
): Pick<VisitRecord, 'urgentAt'> {
  const urgentAt = told ? now.toISOString() : before?.urgentAt
  return urgentAt === undefined ? {} : { urgentAt }
}

/** Who can be told of an urgent wish; read before it is written, so that the transaction never waits for it. */
const toldBeforehand = async (elder: ElderRecord, urgency: Urgency, now: Date) =>
  urgency === 'urgent' ? aroundUrgent(elder, now) : null

/**
 * Who is to hear of an urgent wish: nobody is asked to go where somebody goes, and what else is said about one that was urgent
 * `before` is for those who can act on it.
 */
function reachAgain(reach: Reachable, visit: VisitRecord, before: VisitRecord | null): Reachable {
  if (before?.id === visit.id && before.urgency === 'urgent')
    return { clerk: reach.clerk, coordinator: reach.coordinator }
  return isOnTask(visit) ? { ...reach, helpers: [] } : reach
}
