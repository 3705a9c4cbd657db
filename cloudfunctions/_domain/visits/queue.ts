import { awaitedVisitStates, type VisitState } from '#types/states'
import type { Instant, Place } from '#types/values'
import type { Alarm, QueueCounts, QueuedVisit, QueueFilter } from '#types/visits'
import { answersFor, isAnsweredBy, isAssignable, overseen } from '../access/holdings'
import type { Where } from '../base/where'
import type { AccountRecord } from '../people/records'
import { type Walking, walkBetween } from '../stations/walking'
import { mayRing } from './callable'
import { supervised } from './late'
import type { VisitRecord } from './records'
import { isOnTask, visitFor } from './visits'

/** Visits of one kind in a queue. The order of these is the order of the queue. */
export interface QueueGroup {
  alarm: Alarm | null
  states: readonly VisitState[]
  /** Whether its due time has passed; null: either. */
  isLate: boolean | null
  /** Nearest door first; due soonest first; due latest first, so that what nobody deals with never hides what is new. */
  order: 'nearest' | 'soonest' | 'latest'
}

const waiting: readonly VisitState[] = ['open', 'escalated']
const underWay: readonly VisitState[] = ['claimed', 'onSite']
const unclosed: readonly VisitState[] = [...awaitedVisitStates, 'reported']
const calling = { states: unclosed, isLate: null }

/**
 * What comes before what, for everybody: an emergency, what is urgent and late, doors that nobody opened, what is urgent, what
 * nobody answered, what somebody needs; then doors, the nearest first; then reports that are only read.
 */
const everyGroup: readonly QueueGroup[] = [
  { ...calling, alarm: 'emergency', order: 'latest' },
  { ...calling, alarm: 'urgent', isLate: true, order: 'latest' },
  { ...calling, alarm: 'noAnswer', order: 'latest' },
  { ...calling, alarm: 'urgent', isLate: false, order: 'soonest' },
  { ...calling, alarm: 'unanswered', order: 'latest' },
  { ...calling, alarm: 'needsFound', order: 'latest' },
  { alarm: null, states: ['open', ...underWay], isLate: null, order: 'nearest' },
  { alarm: null, states: ['reported'], isLate: null, order: 'latest' },
]

const statesOf: Record<QueueFilter, readonly VisitState[]> = {
  waiting,
  underWay,
  overdue: awaitedVisitStates,
  reported: ['reported'],
}

/** The groups that a filter leaves, each at its own place; null where it leaves nothing of one. */
export function queueGroups(show: QueueFilter | undefined): (QueueGroup | null)[] {
  return everyGroup.map((group) => {
    const states = show ? group.states.filter((state) => statesOf[show].includes(state)) : group.states
    if (states.length === 0) return null
    if (show !== 'overdue') return { ...group, states }
    return group.isLate === false ? null : { ...group, states, isLate: true }
  })
}

/** Where somebody may look, and at visits in which states. */
export interface Reach {
  where: Where
  states: readonly VisitState[]
}

/**
 * A volunteer sees doors of the district where nobody goes; whoever answers for a station or a town sees everything there that is
 * not closed; a supervisor what was passed on to them.
 */
export function reachesOf(account: AccountRecord): Reach[] {
  const { stationIds, townIds } = answersFor(account)
  const { districts } = overseen(account)
  const reaches: (Reach | null)[] = [
    isAssignable(account, 'volunteer') ? { where: { district: account.district }, states: waiting } : null,
    stationIds.length > 0 ? { where: { stationId: { in: stationIds } }, states: unclosed } : null,
    townIds.length > 0 ? { where: { townId: { in: townIds } }, states: unclosed } : null,
    districts.length > 0
      ? { where: { district: { in: districts }, ...supervised }, states: awaitedVisitStates }
      : null,
  ]
  return reaches.filter((reach) => reach !== null)
}

/** Which visits of a group are within a reach; null: none can be. */
export function reachedOf(group: QueueGroup, { where, states }: Reach, at: Instant): Where | null {
  const both = group.states.filter((state) => states.includes(state))
  if (both.length === 0) return null
  return {
    ...where,
    state: { in: both },
    alarm: group.alarm,
    ...(group.isLate !== null && { dueAt: group.isLate ? { before: at } : { from: at } }),
  }
}

/** How many visits there are of one kind. */
export interface Tally {
  state: VisitState
  alarm: Alarm | null
  isLate: boolean
  count: number
}

/** How many visits a group holds. */
export function countOf(tallies: readonly Tally[], group: QueueGroup): number {
  return sumOf(
    tallies,
    ({ state, alarm, isLate }) =>
      alarm === group.alarm &&
      group.states.includes(state) &&
      (group.isLate === null || group.isLate === isLate),
  )
}

/** How many visits each filter shows, and how many call for somebody. `own`: tasks that are not among the tallies. */
export function queueCounts(
  tallies: readonly Tally[],
  own: readonly VisitRecord[],
  at: Instant,
): QueueCounts {
  const tasks = own.map(({ state, alarm, dueAt }) => ({
    state,
    alarm,
    isLate: dueAt < at,
    count: 1,
  }))
  const all = [...tallies, ...tasks]
  return {
    waiting: sumOf(all, ({ state }) => waiting.includes(state)),
    underWay: sumOf(all, ({ state }) => underWay.includes(state)),
    overdue: sumOf(all, ({ state, isLate }) => isLate && awaitedVisitStates.includes(state)),
    reported: sumOf(all, ({ state }) => state === 'reported'),
    alarms: sumOf(all, ({ alarm }) => alarm !== null),
    urgent: sumOf(all, (one) => one.alarm === 'urgent' && !one.isLate && waiting.includes(one.state)),
  }
}

const sumOf = (tallies: readonly Tally[], is: (tally: Tally) => boolean): number =>
  tallies.filter(is).reduce((sum, { count }) => sum + count, 0)

/**
 * A visit in a helper's list. Without a place to start from every way counts as nothing; to a door that nobody has marked it is the
 * way to her station.
 */
export function queuedVisit(
  visit: VisitRecord,
  { account, from, walking }: { account: AccountRecord; from: Place | null; walking: Walking },
): QueuedVisit {
  return {
    ...visitFor(visit, account),
    ...walkBetween(from ?? visit.place, visit.place, walking),
    may: actsOf(visit, account),
  }
}

function actsOf(visit: VisitRecord, account: AccountRecord): QueuedVisit['may'] {
  const answers = isAnsweredBy(account, visit)
  const goes = answers || (account.district === visit.district && isAssignable(account, 'volunteer'))
  return [
    ...(goes ? (['go'] as const) : []),
    ...(mayRing(visit, account) ? (['ring'] as const) : []),
    ...(answers ? (['settle'] as const) : []),
  ]
}

/** Whether a visit is one's own task; such stand above the queue, and not in it as well. */
export const isTaskOf = (visit: VisitRecord, account: AccountRecord): boolean =>
  visit.helper?.openid === account.id && isOnTask(visit)
