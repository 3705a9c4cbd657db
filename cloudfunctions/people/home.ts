import { addDays, localDate } from '#types/days'
import type { people } from '#types/people'
import { accountOn } from '../_domain/access/account-on'
import { visibleElders } from '../_domain/access/holdings'
import { instantAt } from '../_domain/base/calendar'
import { nextMeal } from '../_domain/meals/orders'
import type { MealOrderRecord } from '../_domain/meals/records'
import { actFor, meOf } from '../_domain/people/me'
import { contactAt } from '../_domain/stations/contact'
import { nearbyStation } from '../_domain/stations/stations'
import type { VisitRecord } from '../_domain/visits/records'
import { visitFor, visitShown } from '../_domain/visits/visits'
import { command, find, select, selectNearest } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { walking } from '../_shell/policies'
import { personOf } from '../_shell/secrets'

/** So many coming orders are looked through for the next meal: one that is cancelled is none. */
const MOST_MEALS = 30
/** So many visits of the last days are looked through for the one to show. */
const MOST_VISITS = 20
const DAYS_BACK = 30
/** Among so many stations nearby somebody can be rung. */
const NEAREST = 5

export const home: Handler<typeof people.home> = async (ctx, { elderId, place }) => {
  const kept = ctx.openid === null ? null : await find('accounts', ctx.openid)
  const account = kept && accountOn(kept, localDate(ctx.now))
  const person = personOf(ctx.openid ?? '')
  const [shown] = visibleElders(account, elderId)
  const from = shown?.place ?? place ?? null
  const [orders, visits, stations] = await Promise.all([
    shown ? comingMeals(shown.elderId, ctx.now) : [],
    shown ? latestVisits(shown.elderId, ctx.now) : [],
    from ? selectNearest('stations', from, { where: {}, limit: NEAREST }) : [],
  ])
  const visit = visitShown(visits, ctx.now)
  const [station] = stations
  return {
    me: meOf(account, ctx.now, person),
    elder: shown ? actFor(shown, person) : null,
    nextMeal: nextMeal(orders, ctx.now),
    visit: visit && account ? visitFor(visit, account) : null,
    station: station && from ? nearbyStation(station, { from, now: ctx.now, walking }) : null,
    contact: contactAt(stations),
  }
}

function comingMeals(elderId: string, now: Date): Promise<MealOrderRecord[]> {
  return select('mealOrders', {
    where: { elderId, date: command.gte(localDate(now)) },
    orderBy: [['date', 'asc']],
    limit: MOST_MEALS,
  })
}

function latestVisits(elderId: string, now: Date): Promise<VisitRecord[]> {
  const since = instantAt(addDays(localDate(now), -DAYS_BACK), '00:00')
  return select('visits', {
    where: { elderId, askedAt: command.gte(since) },
    orderBy: [['askedAt', 'desc']],
    limit: MOST_VISITS,
  })
}
