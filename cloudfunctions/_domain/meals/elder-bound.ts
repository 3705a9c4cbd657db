import { liveOrderStates } from '#types/states'
import { endingWord } from '#types/words/endings'
import type { ElderRow } from '../elder-row'
import { tellOrder } from '../messages/of-orders'
import { messageOf } from '../messages/telling'
import { endedBy, endingOf, endsFrom, isEndedWithHer } from '../people/elders/ending'
import { ERASED } from '../people/elders/forgetting'
import { mealPart } from '../people/privacy/copy'
import { holdsPlace, isOf } from './claims/claiming'
import { deliverTo, isSameDoor, withDoor } from './delivery'
import { isLive, moveOrder } from './orders'
import { withoutUsesOf } from './subsidy-uses'

/** Meals that were booked for her. What was eaten and paid stays. */
export const mealOrders: ElderRow<'mealOrders'> = {
  found: 'elderId',
  live: {
    where: (from) => ({ date: { from }, state: { in: liveOrderStates } }),
    ends: {
      reads: ({ usedIn }) => ({ subsidyUses: usedIn }),
      givesBack: ({ sittingId, elderId }) => ({ sittingId, elderId }),
      leaves: (order, held) => !holdsPlace(order) && isOf(held, order),
      /** What it frees of a limit goes to none of her other meals: they end as well. */
      becomes(order, { subsidyUses }, { elder, now }) {
        const ending = endingOf(elder)
        if (!ending || !isLive(order) || order.date < endsFrom(elder, now)) return null
        return {
          mealOrders: moveOrder(order, 'cancel', { by: endedBy(elder), now, reason: endingWord[ending] }),
          ...(subsidyUses && { subsidyUses: withoutUsesOf(subsidyUses, order.id) }),
        }
      },
    },
  },
  /** Whoever booked, and she herself, learn that there is no meal, while there is time to book again. */
  undone: {
    where: { state: 'cancelled', reason: endingWord.died },
    together: {
      reads: () => ({}),
      becomes(order, _, { elder, now, notices }) {
        const isDeath = order.reason === endingWord.died && isEndedWithHer(order.history)
        if (order.state !== 'cancelled' || !isDeath) return null
        const isAhead = order.startsAt > now.toISOString()
        const about = { by: null, elder: elder.openid, notices }
        const told = isAhead ? tellOrder(order, 'orderCancelled', about) : null
        return {
          mealOrders: { ...order, reason: endingWord.mistaken },
          ...(told && { messages: messageOf(`undone-${order.id}-${now.getTime()}`, told, now, notices) }),
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
        laterChanges: [],
        leftDoor: null,
        confirmedDoor: null,
        notify: null,
      }),
    },
    { where: { reason: { not: null } }, set: () => ({ reason: null }) },
    { where: { deliverTo: { not: null } }, set: () => ({ deliverTo: null }) },
  ],
  /** What is still to be brought is brought to where she lives then; of what a station has confirmed, it sees that the door is another. */
  moved: {
    joinedToo: true,
    where: (from) => ({ date: { from }, mode: 'delivery', state: 'placed' }),
    set: (elder) => ({ deliverTo: deliverTo('delivery', elder) }),
    promised: {
      where: (from) => ({ date: { from }, mode: 'delivery', state: 'confirmed' }),
      together: {
        reads: () => ({}),
        becomes(order, _, { elder, now }) {
          const door = deliverTo(order.mode, elder)
          if (!door || order.state !== 'confirmed' || isSameDoor(door, order.deliverTo)) return null
          return { mealOrders: withDoor(order, door, now) }
        },
      },
    },
  },
  copied: { part: 'meals', by: 'date', direction: 'desc', as: (orders) => orders.map(mealPart) },
}

/** What she used of limited subsidies. */
export const subsidyUses: ElderRow<'subsidyUses'> = {
  found: 'elderId',
  kept: 'amounts that a limit has to go on counting',
}
