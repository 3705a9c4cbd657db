import type { Channel } from '#types/actors'
import { AppError } from '#types/errors'
import { elderIn, sittingIn } from '#types/ids'
import type { Mode, ShownSet } from '#types/meals/sittings'
import { changeTakes } from '../../_domain/meals/booking'
import type { MealOrderRecord } from '../../_domain/meals/records'
import { requireNotJoined } from '../../_domain/people/likenesses/joining'
import { claimChange } from '../../_shell/claims/claim-change'
import { settleChange } from '../../_shell/claims/store'
import type { Ctx } from '../../_shell/context'
import { elderNamed } from '../../_shell/permitted-elder'
import { shareAgain } from '../../_shell/planning/share-again'
import { policiesOf } from '../../_shell/policies'
import { asOne } from '../../_shell/registrations'
import { isCertain, pause } from '../../_shell/transact'
import { changing } from './changing'
import { orAnswered } from './or-answered'
import { notSeenAt, offeredTo } from './price-ground'
import { readFor } from './reading'

/** What of a meal is to be another; what is left out stays. */
interface Change {
  orderId: string
  setId?: string
  mode?: Mode
  /** What the caller was told that it costs then, fen. */
  pays: number | undefined
  /** The set as the caller was shown it. */
  sees?: ShownSet | undefined
  /** How the elder asked, where a clerk writes it down. */
  channel: Channel | undefined
  /** What the log says of it. */
  about(order: MealOrderRecord): string
}

/** Somebody else may write the same order meanwhile: then it is begun anew, so often at most. */
const TRIES = 4

/**
 * Changes one meal: what it takes besides is claimed, the order is written, and what it takes no more is given back. Where it takes the
 * same nothing is claimed.
 */
export async function changeMeal(ctx: Ctx, change: Change): Promise<MealOrderRecord> {
  for (let tries = 1; ; tries++) {
    const changed = await tryToChange(ctx, change)
    if (changed) return changed
    if (tries >= TRIES) throw new AppError('BUSY')
    await pause(tries)
  }
}

/** The order as it is changed; null where it was written meanwhile. */
async function tryToChange(ctx: Ctx, change: Change): Promise<MealOrderRecord | null> {
  const { orderId, pays, sees } = change
  const { now, requestId: attempt, body } = ctx
  const at = { sittingId: sittingIn(orderId), elderId: elderIn(orderId) }
  const known = await readFor(at)
  const { sitting, order } = known
  const stands = await elderNamed(ctx, known.elder)
  if (!stands) throw new AppError('NOT_FOUND', { orderId })
  requireNotJoined(stands)
  if (!order) throw new AppError('NOT_FOUND', { id: orderId })
  const elder = await asOne(stands)
  const by = ctx.actor(change.channel)
  const { setId = order.setId, mode = order.mode } = change
  const to = { setId, mode, by, pays, sees }
  const offered = await offeredTo(elder, sitting, now)
  const decided = await orAnswered(ctx, async () => {
    const takes = changeTakes(to, { order, elder, offered }, now)
    if (!takes || !offered) return { claimed: null, offered: null }
    await policiesOf(elder.district, now) // so that the transaction never waits for it
    const next = { takes, attempt, body, since: now.toISOString() }
    const choice = { mode, setId: setId === order.setId ? null : setId }
    const wanted = { ...at, next, choice, now, notSeen: notSeenAt(offered) }
    return { claimed: await claimChange(wanted, offered.sitting), offered }
  })
  if ('answered' in decided) return decided.answered
  const { claimed } = decided
  if (!decided.offered)
    return ctx.transact('mealOrders', async (work) => ({ record: await work.get('mealOrders', orderId), by }))

  const write = changing(ctx, {
    to,
    order,
    elder,
    offered: decided.offered,
    attempt: claimed ? attempt : order.attempt,
    about: change.about,
  })
  try {
    const changed = await ctx.transact('mealOrders', write.run)
    if (claimed) await settleChange(at, claimed, changed.attempt === attempt ? now : null)
    if (sitting?.beside) await shareAgain(at.sittingId, now)
    return changed
  } catch (error) {
    if (claimed && isCertain(error)) await settleChange(at, claimed, null)
    if (write.isStale()) return null
    throw error
  }
}
