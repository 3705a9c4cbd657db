import { AppError } from '#types/errors'
import type { ActFor, people } from '#types/people'
import { eldersOf } from '../_domain/access'
import { addDays, localDate } from '../_domain/calendar'
import { actFor, meOf } from '../_domain/me'
import { nextMeal } from '../_domain/meal-orders'
import type { MealOrderRecord } from '../_domain/records/meals'
import type { AccountRecord } from '../_domain/records/people'
import type { StationRecord } from '../_domain/records/stations'
import type { VisitRecord } from '../_domain/records/visits'
import { nearbyStation } from '../_domain/stations'
import { visitFor } from '../_domain/visits'
import { command, find, select, selectNearest } from '../_shell/cloud'
import type { Ctx, Handler } from '../_shell/context'
import { walking } from '../_shell/policies'

/** So many coming orders are looked through for the next meal: one that is cancelled is none. */
const MOST_MEALS = 30
/** Among so many stations nearby somebody can be rung. */
const NEAREST = 5

export const home: Handler<typeof people.home> = async (ctx, { elderId, place }) => {
  const account = ctx.openid === null ? null : await find('accounts', ctx.openid)
  const elder = elderShown(account, elderId)
  const from = elder?.place ?? place ?? null
  const [orders, visit, stations] = await Promise.all([
    elder ? comingMeals(elder.id, ctx) : [],
    elder ? latestVisit(elder.id, ctx) : null,
    from ? selectNearest('stations', from, { where: {}, limit: NEAREST }) : [],
  ])
  const [station] = stations
  return {
    me: meOf(account, ctx.now),
    elder,
    nextMeal: nextMeal(orders, ctx.now),
    visit: visit && visitFor(visit, { openid: ctx.openid ?? '', sees: 'all' }),
    station: station && from ? nearbyStation(station, { from, now: ctx.now, walking }) : null,
    contact: contactAt(stations),
  }
}

/** The elder asked for, else the caller as an elder, else the first whom they may see. */
function elderShown(account: AccountRecord | null, elderId: string | undefined): ActFor | null {
  const visible = account ? eldersOf(account, 'view') : []
  if (elderId === undefined) return visible[0] ? actFor(visible[0]) : null
  const asked = visible.find((one) => one.elderId === elderId)
  if (!asked) throw new AppError('FORBIDDEN')
  return actFor(asked)
}

function comingMeals(elderId: string, ctx: Ctx): Promise<MealOrderRecord[]> {
  const today = localDate(ctx.now)
  return select('mealOrders', {
    where: { elderId, date: command.gte(today) },
    orderBy: [['date', 'asc']],
    limit: MOST_MEALS,
  })
}

async function latestVisit(elderId: string, ctx: Ctx): Promise<VisitRecord | null> {
  const yesterday = addDays(localDate(ctx.now), -1)
  const [visit] = await select('visits', {
    where: { elderId, askedAt: command.gte(`${yesterday}T00:00:00.000Z`) },
    orderBy: [['askedAt', 'desc']],
    limit: 1,
  })
  return visit && visit.state !== 'cancelled' ? visit : null
}

/** The nearest station with a person to ring. */
function contactAt(stations: StationRecord[]) {
  for (const { name, phone, contactName } of stations) {
    if (phone !== null && contactName !== null) return { name: contactName, phone, stationName: name }
  }
  return null
}
