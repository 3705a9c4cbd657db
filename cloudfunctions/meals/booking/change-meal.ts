import type { Channel } from '#types/actors'
import { AppError } from '#types/errors'
import { elderIn } from '#types/ids'
import type { Mode } from '#types/meals/sittings'
import { decideChange, type Offer } from '../../_domain/meals/booking'
import type { MealOrderRecord, SubsidyUseRecord } from '../../_domain/meals/records'
import { touchedBeside } from '../../_domain/meals/subsidy-uses'
import { tellOrder } from '../../_domain/messages/of-orders'
import { requireNotJoined } from '../../_domain/people/likenesses/joining'
import type { Ctx } from '../../_shell/context'
import { elderFor } from '../../_shell/permitted-elder'
import { notices, policiesOf } from '../../_shell/policies'
import { asOne } from '../../_shell/registrations'
import type { Work } from '../../_shell/transact'
import { giveUsesBack } from './give-back'
import { offerFor } from './price-ground'

/** What of a meal is to be another; what is left out stays. */
interface Change {
  orderId: string
  setId?: string
  mode?: Mode
  /** What the caller was told that it costs then, fen. */
  pays: number | undefined
  /** How the elder asked, where a clerk writes it down. */
  channel: Channel | undefined
  /** What the log says of it. */
  about(order: MealOrderRecord): string
}

/** Changes one meal: reads everything, decides (`decideChange`), writes all or none. */
export async function changeMeal(ctx: Ctx, change: Change): Promise<MealOrderRecord> {
  const { orderId, pays } = change
  const bookedFor = elderIn(orderId)
  const known = await elderFor(ctx, bookedFor)
  if (!known) throw new AppError('NOT_FOUND', { orderId })
  requireNotJoined(known)
  const elder = await asOne(known)
  const by = ctx.actor(change.channel)
  await policiesOf(elder.district, ctx.now) // so that the transaction never waits for it

  return ctx.transact('mealOrders', async (work) => {
    const before = await work.get('mealOrders', orderId)
    const offer = await offerFor(work, { sittingId: before.sittingId, elder, bookedFor, now: ctx.now })
    const { setId = before.setId, mode = before.mode } = change
    const after = decideChange({ setId, mode, pays, by }, { order: before, elder, offer }, ctx.now)
    if (!after) return { record: before, by }

    const { order, sitting, uses, leaves } = after
    if (leaves) await giveUsesBack(work, before, ctx.now)
    if (uses) putUses(work, offer, uses, ctx.now)
    if (sitting) work.put('sittings', sitting)
    work.put('mealOrders', order)
    const tells = tellOrder(order, 'orderChanged', { by: ctx.openid, elder: elder.openid, notices })
    return { record: order, by, about: change.about(order), tells }
  })
}

/** Writes what it uses, and the period of the registration that stands for her with it, where that is another. */
function putUses(work: Work, offer: Offer | null, uses: SubsidyUseRecord, now: Date): void {
  const records = offer ? [offer.uses, ...offer.beside] : []
  for (const one of [uses, ...touchedBeside(records, [uses], now)]) work.put('subsidyUses', one)
}
