import { localDate } from '#types/days'
import { pageSize } from '#types/paging'
import type { HomeContact, people } from '#types/people'
import { awaitedVisitStates } from '#types/states'
import type { Place } from '#types/values'
import { accountOn } from '../_domain/access/account-on'
import { idsOf, isKeptFrom, visibleElders } from '../_domain/access/holdings'
import { instantAt } from '../_domain/base/calendar'
import { returnedTo } from '../_domain/eligibility/returned'
import { withDoorsFor } from '../_domain/meals/delivery'
import { nextMeal } from '../_domain/meals/orders'
import type { MealOrderRecord } from '../_domain/meals/records'
import { littleUntil } from '../_domain/meals/unseen'
import { actFor, meOf } from '../_domain/people/me'
import { contactAt } from '../_domain/stations/contact'
import type { StationRecord } from '../_domain/stations/records'
import { nearbyStation } from '../_domain/stations/stations'
import { alarmingFirst } from '../_domain/visits/alarms'
import type { VisitRecord } from '../_domain/visits/records'
import { visitFor, visitShown } from '../_domain/visits/visits'
import { alarmsAtWork } from '../_shell/alarms-at-work'
import { command, find, select, selectNearest } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { fitting } from '../_shell/fitting'
import { isLetKnow, withMisfits } from '../_shell/planning/no-fits'
import { districtNamed, holidays, unseenTerms, walking } from '../_shell/policies'
import { personOf } from '../_shell/secrets'
import { ownAsks } from './own-asks'
import { newsOf, recordsOf, refsOf, stillNews } from './own-news'

/** So many coming orders are looked through for the next meal: one that is cancelled is none. */
const MOST_MEALS = 30
/** More visits of somebody’s elders than ever call for somebody, are awaited or were reported today. */
const MOST_VISITS = 100
/** Among so many stations nearby somebody can be rung. */
const NEAREST = 5

export const home: Handler<typeof people.home> = async (ctx, { elderId, place }) => {
  const kept = ctx.openid === null ? null : await find('accounts', ctx.openid)
  const account = kept && accountOn(kept, ctx.now)
  const person = personOf(ctx.openid ?? '')
  const reader = { person, littleUntil: littleUntil(ctx.now, unseenTerms) }
  const [shown] = visibleElders(account, elderId)
  const living = visibleElders(account).filter(({ diedOn }) => diedOn === null)
  const from = shown?.place ?? place ?? null
  const news = newsOf(account)
  const [ids, livingIds] = [shown ? idsOf([shown]) : [], idsOf(living)]
  const [orders, near, menus, stations, atWork, asking] = await Promise.all([
    mealsFor(ids, refsOf(news, 'mealOrders'), ctx.now),
    visitsFor({ shownIds: ids, elderIds: shown ? livingIds : [] }, refsOf(news, 'visits'), ctx.now),
    recordsOf('menus', news),
    shown ? ownStation(shown.stationId) : from ? nearestStations(from) : [],
    alarmsAtWork(account, ctx.now),
    ownAsks(account),
  ])
  const notices = account ? stillNews(account, [...near, ...orders, ...menus], ctx.now) : []
  const visits = near.filter((one) => account !== null && !isKeptFrom(account, one))
  const alarms = alarmingFirst(
    visits.filter(({ elderId: whose, alarm }) => alarm !== null && livingIds.includes(whose)),
    ctx.now,
  )
  const visit = visitShown(
    visits.filter(({ elderId: whose, alarm }) => alarm === null && ids.includes(whose)),
    ctx.now,
  )
  const hers = orders.filter((one) => ids.includes(one.elderId))
  const meal = nextMeal(withDoorsFor(hers, shown ? [shown] : []), ctx.now)
  const [next = null] = meal ? await withMisfits([meal], ctx.now, isLetKnow(account)) : []
  const [station] = stations
  const isStaff = !shown && account !== null && account.memberships.length > 0
  const rest = {
    me: meOf(account, ctx.now, { ...reader, asking, notices }),
    elder: shown ? actFor(shown, reader) : null,
    isEnded: shown ? shown.diedOn !== null : false,
    nextMeal: next,
    alarmCount: alarms.length,
    returned: account ? returnedTo(account, person).slice(0, pageSize.returned) : [],
    atWork,
    visit: visit && account ? visitFor(visit, account) : null,
    station:
      station && from ? nearbyStation(station, { from, walking, now: ctx.now, calendar: holidays }) : null,
    contact: isStaff ? null : await contactOf(stations, ctx.now),
  }
  const calling = account ? alarms.slice(0, pageSize.alarms).map((one) => visitFor(one, account)) : []
  return { ...rest, alarms: fitting(calling, 1, rest) }
}

/** The station that looks after an elder. */
const ownStation = async (stationId: string): Promise<StationRecord[]> => {
  const station = await find('stations', stationId)
  return station ? [station] : []
}

const nearestStations = (from: Place): Promise<StationRecord[]> =>
  selectNearest('stations', from, { where: {}, limit: NEAREST })

/** At the first of these where somebody can be rung; the district says who answers while it is closed. */
async function contactOf(stations: readonly StationRecord[], now: Date): Promise<HomeContact | null> {
  for (const station of stations) {
    const contact = contactAt(station, now, holidays)
    if (!contact) continue
    if (contact.openNow) return contact
    return { ...contact, otherwise: (await districtNamed(station.district, now))?.answersWhenClosed ?? null }
  }
  return null
}

/** Her coming meals, and in the same call the orders of which something is told. */
function mealsFor(elderIds: string[], told: string[], now: Date): Promise<MealOrderRecord[]> | [] {
  const wanted = [
    ...(elderIds.length > 0 ? [{ elderId: command.in(elderIds), date: command.gte(localDate(now)) }] : []),
    ...(told.length > 0 ? [{ _id: command.in(told) }] : []),
  ]
  if (wanted.length === 0) return []
  return select('mealOrders', {
    where: command.or(wanted),
    orderBy: [['date', 'asc']],
    limit: MOST_MEALS + told.length,
  })
}

/**
 * What calls for somebody of all the elders, whoever of them the page is about: an alarm waits for no tap. Of her whom it is about
 * also what is awaited, and what was reported today; and in the same call the visits of which something is told. Alarms before the
 * rest, so that none is missed; of somebody who has died none calls for the family, whoever answers for the place still has it.
 */
function visitsFor(
  { shownIds, elderIds }: { shownIds: string[]; elderIds: string[] },
  told: string[],
  now: Date,
): Promise<VisitRecord[]> | [] {
  const calm = { elderId: command.in(shownIds), alarm: null }
  const wanted = [
    ...(elderIds.length > 0 ? [{ elderId: command.in(elderIds), alarm: command.neq(null) }] : []),
    ...(shownIds.length > 0
      ? [
          { ...calm, state: command.in(awaitedVisitStates) },
          { ...calm, 'report.at': command.gte(instantAt(localDate(now), '00:00')) },
        ]
      : []),
    ...(told.length > 0 ? [{ _id: command.in(told) }] : []),
  ]
  if (wanted.length === 0) return []
  return select('visits', {
    where: command.or(wanted),
    orderBy: [['alarm', 'desc']],
    limit: MOST_VISITS + told.length,
  })
}
