import { weekdayOf } from '#types/days'
import { mealOrderId, sittingId } from '#types/ids'
import type { Mode } from '#types/meals/slots'
import type { LocalDate } from '#types/values'
import menus from '../menus.json'
import { does, type Moment, timeOn } from './moment'

/** Where everybody eats of whose life is told: it has tables on every day of the week. */
const STATION = 'st-changjiang'
/** 张静, who is at its counter. */
export const CLERK = 'o-zhang-jing'

/** Who eats what, where and how. */
export interface Choice {
  sittingId: string
  elderId: string
  mode: Mode
  setId: string
}

type Slot = 'lunch' | 'dinner'

/** A meal for an elder: one of the sets that the weekday offers, the first if none is named or there is none of that place. */
export function meal(elderId: string, date: LocalDate, slot: Slot, mode: Mode = 'dineIn', nth = 0): Choice {
  const sets = menus.week.find(({ weekday }) => weekday === weekdayOf(date))?.[slot] ?? []
  return { sittingId: sittingId(STATION, date, slot), elderId, mode, setId: sets[nth] ?? sets[0] ?? '' }
}

/** Books by oneself or for one's own. */
export const books = (at: Date, openid: string, choice: Choice): Moment =>
  does(at, openid, 'meals.book', choice)

/** The clerk writes down what an elder wants who rings or stands at the counter. */
export const writesDown = (at: Date, choice: Choice, channel: 'phone' | 'counter'): Moment =>
  does(at, CLERK, 'meals.bookFor', { ...choice, channel })

/** The clerk decides about an order, or ticks it off. */
export const clerk = (
  at: Date,
  act: 'confirm' | 'refuse' | 'serve',
  choice: Choice,
  reason?: string,
): Moment => does(at, CLERK, `meals.${act}`, { orderId: orderOf(choice), ...(reason && { reason }) })

export const orderOf = ({ sittingId: sitting, elderId }: Choice): string => mealOrderId(sitting, elderId)

/** What was booked is confirmed and eaten on the day itself, at these local times. */
export function eats(choice: Choice, date: LocalDate, confirmed: string, served: string): Moment[] {
  return [clerk(timeOn(date, confirmed), 'confirm', choice), clerk(timeOn(date, served), 'serve', choice)]
}
