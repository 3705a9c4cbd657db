import { addDays } from '#types/days'
import type { LocalDate } from '#types/values'
import { type Moment, timeOn } from './moment'
import { clerk, meal, writesDown } from './tables'

/** Days of the month on which somebody ate whose account is shown: every month has them. */
const DAYS = ['06', '15', '24']

/** Two for whom the district pays a part, and one for whom nobody does. */
const DINERS = ['e-wang-xiuying', 'e-zhou-defu', 'e-xu-guoliang']

/** The local dates of the month before that of `today` of which there is an account. */
export function settledDays(today: LocalDate): LocalDate[] {
  const month = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7)
  return DAYS.map((day) => `${month}-${day}`)
}

/** Lunches of last month, written down at the counter in the morning and eaten: what their operator is owed is settled from them. */
export const lastMonth = (today: LocalDate): Moment[] =>
  settledDays(today).flatMap((date) =>
    DINERS.flatMap((elderId) => {
      const lunch = meal(elderId, date, 'lunch')
      return [
        writesDown(timeOn(date, '08:20'), lunch, 'counter'),
        clerk(timeOn(date, '11:45'), 'serve', lunch),
      ]
    }),
  )
