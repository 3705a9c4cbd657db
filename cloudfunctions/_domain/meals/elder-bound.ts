import { localDate } from '#types/days'
import { liveOrderStates } from '#types/states'
import type { ElderRow } from '../elder-row'
import { ERASED, erasedActor } from '../people/elders/forgetting'
import { mealPart } from '../people/privacy/copy'
import { isLive, moveOrder } from './orders'
import { givePlaceBack } from './sittings'
import { withoutUsesOf } from './subsidy-uses'

/** Meals that were booked for her. What was eaten and paid stays. */
export const mealOrders: ElderRow<'mealOrders'> = {
  found: 'elderId',
  live: {
    where: (now) => ({ date: { from: localDate(now) }, state: { in: liveOrderStates } }),
    ends: {
      reads: ({ sittingId, usedIn }) => ({ sittings: sittingId, subsidyUses: usedIn }),
      /** What it frees of a limit goes to none of her other meals: they end as well. */
      becomes(order, { sittings, subsidyUses }, { now }) {
        if (!isLive(order) || order.date < localDate(now)) return null
        return {
          mealOrders: moveOrder(order, 'cancel', { by: erasedActor('elder'), now }),
          ...(sittings && { sittings: givePlaceBack(sittings, order.mode) }),
          ...(subsidyUses && { subsidyUses: withoutUsesOf(subsidyUses, order.id) }),
        }
      },
    },
  },
  told: { field: 'notify', hers: { 'placedBy.role': { in: ['elder', 'clerk', 'manager'] } } },
  forgotten: [
    {
      where: { elderName: { not: ERASED } },
      set: () => ({
        elderName: ERASED,
        'placedBy.name': ERASED,
        history: [],
        notify: null,
      }),
    },
    { where: { reason: { not: null } }, set: () => ({ reason: null }) },
  ],
  moved: 'stays',
  copied: { part: 'meals', by: 'date', direction: 'desc', as: (orders) => orders.map(mealPart) },
}

/** What she used of limited subsidies. */
export const subsidyUses: ElderRow<'subsidyUses'> = {
  found: 'elderId',
  kept: 'amounts that a limit has to go on counting',
}
