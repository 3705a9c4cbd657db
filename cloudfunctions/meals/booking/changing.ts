import { AppError } from '#types/errors'
import { decideChange, type Offer, type Offered } from '../../_domain/meals/booking'
import type { MealOrderRecord, SubsidyUseRecord } from '../../_domain/meals/records'
import { touchedBeside } from '../../_domain/meals/subsidy-uses'
import { tellOrder } from '../../_domain/messages/of-orders'
import type { ElderRecord } from '../../_domain/people/records'
import type { Ctx } from '../../_shell/context'
import { notices } from '../../_shell/policies'
import type { Outcome, Work } from '../../_shell/transact'
import { isAsRead } from './as-read'
import { giveUsesBack } from './give-uses-back'
import { offerFor } from './price-ground'

/** A change for which is claimed what it takes. */
interface Changing {
  to: Parameters<typeof decideChange>[0]
  /** The order as it was read. */
  order: MealOrderRecord
  elder: ElderRecord
  offered: Offered
  /** The claim that it has then. */
  attempt: string
  about(order: MealOrderRecord): string
}

/** Writes a changed order with documents of one person alone, unless it was written meanwhile. */
export function changing(
  ctx: Ctx,
  { to, order, elder, offered, attempt, about }: Changing,
): { run(work: Work): Promise<Outcome<MealOrderRecord>>; isStale(): boolean } {
  let isStale = false
  const { now } = ctx
  const run = async (work: Work): Promise<Outcome<MealOrderRecord>> => {
    isStale = !isAsRead(await work.find('mealOrders', order.id), order)
    if (isStale) throw new AppError('BUSY')
    const offer = await offerFor(work, offered, { elder, bookedFor: order.elderId, now })
    const { order: after, uses, leaves } = decideChange(to, { order, elder, offer }, now)
    if (leaves) await giveUsesBack(work, order, now)
    if (uses) putUses(work, offer, uses, now)
    const changed = { ...after, attempt }
    work.put('mealOrders', changed)
    const tells = tellOrder(changed, 'orderChanged', { by: ctx.openid, elder: elder.openid, notices })
    return { record: changed, by: to.by, about: about(changed), tells }
  }
  return { run, isStale: () => isStale }
}

/** Writes what it uses, and the period of the registration that stands for her with it, where that is another. */
function putUses(work: Work, { uses: own, beside }: Offer, uses: SubsidyUseRecord, now: Date): void {
  for (const one of [uses, ...touchedBeside([own, ...beside], [uses], now)]) work.put('subsidyUses', one)
}
