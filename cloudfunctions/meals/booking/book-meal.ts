import type { Actor, Channel } from '#types/actors'
import { AppError } from '#types/errors'
import type { Mode, ShownSet } from '#types/meals/sittings'
import { type BookingWish, bookingTakes, type Offered } from '../../_domain/meals/booking'
import type { Claim } from '../../_domain/meals/claims/records'
import { isLive, sameOrder } from '../../_domain/meals/orders'
import type { MealOrderRecord } from '../../_domain/meals/records'
import { requireActive } from '../../_domain/people/privacy/consents'
import type { ElderRecord } from '../../_domain/people/records'
import { claim } from '../../_shell/claims/claim'
import { type At, giveBack } from '../../_shell/claims/store'
import type { Ctx } from '../../_shell/context'
import { elderNamed } from '../../_shell/permitted-elder'
import { daysAheadOf, policiesOf, unseenTerms } from '../../_shell/policies'
import { asOne } from '../../_shell/registrations'
import { personOf } from '../../_shell/secrets'
import { isCertain } from '../../_shell/transact'
import { orAnswered } from './or-answered'
import { placing } from './placing'
import { notSeenAt, offeredTo } from './price-ground'
import { type Known, keptOrPlanned, readFor } from './reading'

/** What to book, for whom. A clerk's booking needs nobody's confirmation. */
interface Booking extends At {
  mode: Mode
  setId: string
  /** What the caller was told that it costs, fen. */
  pays: number | undefined
  /** The set as the caller was shown it. */
  sees?: ShownSet | undefined
  isMeant: boolean | undefined
  /** How the elder asked, where a clerk writes it down. */
  channel?: Channel
  confirmed: boolean
}

/**
 * Books one meal: decides whether it may be, claims its place, and then writes the order with documents that are hers alone. Only who made
 * a claim gives it back, and only once it is certain that its order is not written.
 */
export async function bookMeal(ctx: Ctx, booking: Booking, read: Promise<Known>): Promise<MealOrderRecord> {
  const { sittingId, elderId: named, channel, confirmed, isMeant = false, ...choice } = booking
  const found = await readAs(await read, { sittingId, elderId: named })
  const stands = await elderNamed(ctx, found.elder)
  if (!stands) throw new AppError('NOT_FOUND', { elderId: named })
  requireActive(stands)
  const elder = await asOne(stands)
  const known = await readAs(found, { sittingId, elderId: elder.id })
  const { order } = known
  const by = ctx.actor(channel)
  const wish = { ...choice, sittingId, isMeant, key: ctx.key, body: ctx.body }
  if (order && isLive(order))
    return ctx.transact('mealOrders', async (work) => ({
      record: sameOrder((await work.find('mealOrders', order.id)) ?? order, wish),
      by,
    }))

  const decided = await orAnswered(ctx, () => claimPlace(ctx, { wish, by, elder }, known))
  if ('answered' in decided) return decided.answered
  const { at, own, offered, claimed } = decided
  const place = placing(ctx, {
    wish,
    by,
    elder,
    earlier: order,
    offered,
    confirmed,
    isNew: claimed !== 'ordered',
  })
  let isKept = claimed !== 'made'
  try {
    const placed = await ctx.transact('mealOrders', place.run)
    isKept ||= isLive(placed)
    return placed
  } catch (error) {
    isKept ||= place.hasLive() || !isCertain(error)
    throw error
  } finally {
    if (!isKept) await giveBack(at, own)
  }
}

/** Whose place is claimed, for which meal. */
interface Asked {
  wish: BookingWish
  by: Actor
  elder: ElderRecord
}

/** Claims the place of a meal, once nothing else stands against it. */
async function claimPlace(
  ctx: Ctx,
  { wish, by, elder }: Asked,
  known: Known,
): Promise<{ at: At; own: Claim; offered: Offered; claimed: Awaited<ReturnType<typeof claim>> }> {
  const { now } = ctx
  const sitting = await keptOrPlanned(known, now)
  const eater = { elder, earlier: known.order, offered: await offeredTo(elder, sitting, now) }
  const daysAhead = await daysAheadOf(sitting?.district ?? elder.district, now)
  const { takes, offered } = bookingTakes(wish, eater, { by, now }, { daysAhead, unseenTerms })
  await policiesOf(elder.district, now) // so that the transaction never waits for it
  const at = { sittingId: wish.sittingId, elderId: elder.id }
  const own = {
    ...{ kind: 'booking' as const, takes, attempt: ctx.requestId, body: ctx.body },
    ...{ by: personOf(ctx.callerId()), since: now.toISOString() },
  }
  const planned = known.sitting ? null : sitting
  const claimed = await claim({ ...at, claim: own, choice: wish, planned, now, notSeen: notSeenAt(offered) })
  return { at, own, offered, claimed }
}

const readAs = (known: Known, at: At): Promise<Known> | Known =>
  known.elderId === at.elderId ? known : readFor(at)
