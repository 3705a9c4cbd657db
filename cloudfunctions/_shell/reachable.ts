import { phoneTold } from '../_domain/access/account-on'
import { helpersAmong, reachableOf } from '../_domain/messages/reachable'
import type { Reachable } from '../_domain/messages/telling'
import type { AccountRecord, ElderRecord } from '../_domain/people/records'
import type { VisitRecord } from '../_domain/visits/records'
import { isOnTask } from '../_domain/visits/visits'
import { command, find, select, selectNearest, sumUp } from './cloud'
import { notices, visitTerms } from './policies'

/** So many accounts stand around one elder at most: her circle, and those who answer for her station and town. */
const MOST_AROUND = 200
/** Of so many nearest helpers some have enough to do, or do not work today. */
const NEAREST = 50

type Place = Pick<VisitRecord, 'stationId' | 'townId' | 'district'>

/**
 * Who can be told of an elder's visit: her circle, in whichever registration of hers, and herself, while she lives, and those who answer
 * for the place. One call, and one more where her registration was joined to another.
 * @param also openids whose accounts are wanted beside them
 */
async function around(
  elder: Pick<ElderRecord, 'id' | 'openid' | 'phoneLentUntil' | 'circle' | 'diedOn' | 'joinedTo'>,
  place: Place,
  now: Date,
  also: readonly string[] = [],
) {
  const stays = elder.joinedTo === undefined ? null : await find('elders', elder.joinedTo)
  const near = [
    ...elder.circle,
    ...(stays?.circle ?? []),
    ...also,
    ...(elder.openid === null ? [] : [elder.openid]),
  ]
  const answering = command.elemMatch({
    orgId: command.in([place.stationId, place.townId]),
    role: command.in(['clerk', 'manager', 'coordinator']),
  })
  const supervising = command.elemMatch({ orgId: place.district, role: 'supervisor' })
  const accounts = await select('accounts', {
    where: command.or([{ _id: command.in(near) }, { memberships: answering }, { memberships: supervising }]),
    limit: MOST_AROUND,
  })
  const reach = reachableOf(accounts, { elderId: elder.id, ...place }, now)
  return { accounts, reach: { ...reach, elder: elder.diedOn === null ? [phoneTold(elder, now)] : [] } }
}

/**
 * As `around`, with the nearest helpers who could go: three calls in all. `placeOf`: where each of them starts from.
 * @param but openid of a helper who does not
 */
export async function aroundUrgent(elder: ElderRecord, now: Date, but?: string) {
  const nearest = await selectNearest('memberships', elder.place, {
    where: { role: 'volunteer', state: 'assignable', district: elder.district },
    limit: NEAREST,
  })
  const openids = [...new Set(nearest.map(({ openid }) => openid))].filter((openid) => openid !== but)
  const [{ accounts, reach }, tasks] = await Promise.all([
    around(elder, elder, now, openids),
    tasksBy(openids),
  ])
  const { mostTasks } = visitTerms
  const helpers = helpersAmong(openids, accounts, { tasks, mostTasks, most: notices.helpers, now })
  const placeOf = (openid: string): AccountRecord['place'] =>
    accounts.find(({ id }) => id === openid)?.place ?? null
  return { reach: { ...reach, helpers }, placeOf }
}

/** As `aroundUrgent`, for an urgent visit whose helper gives it back; null where it is not urgent, or nobody's. */
export async function aroundReleased(visit: VisitRecord, now: Date) {
  if (visit.urgency !== 'urgent' || !isOnTask(visit)) return null
  const elder = await find('elders', visit.elderId)
  return elder && aroundUrgent(elder, now, visit.helper?.openid)
}

/** How many doors each of them has promised to knock at. */
async function tasksBy(openids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (openids.length === 0) return new Map()
  const sums = await sumUp('visits', {
    where: { 'helper.openid': command.in(openids), state: command.in(['claimed', 'onSite']) },
    by: { openid: '$helper.openid' },
    sums: { count: 1 },
    limit: openids.length,
  })
  return new Map(sums.map(({ _id, count }) => [String(Object(_id).openid), Number(count)]))
}

/** As `around`, for a visit alone; nobody is near an elder whose data are gone. */
export async function aroundVisit(visit: VisitRecord, now: Date): Promise<Reachable> {
  const elder = await find('elders', visit.elderId)
  return elder ? (await around(elder, visit, now)).reach : {}
}

/** The openid of an elder's own phone; null where she has none. */
export const elderPhone = async (elderId: string): Promise<string | null> =>
  (await find('elders', elderId))?.openid ?? null

/** The openids of those who work at a station's counter today. */
export async function clerksOf({ stationId, townId, district }: Place, now: Date): Promise<string[]> {
  const works = command.elemMatch({ orgId: stationId, role: command.in(['clerk', 'manager']) })
  const accounts = await select('accounts', { where: { memberships: works }, limit: MOST_AROUND })
  return reachableOf(accounts, { elderId: '', stationId, townId, district }, now).clerk
}
