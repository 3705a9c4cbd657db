import { latestReport, unsettledOf } from '#types/unsettled'
import type { VisitSettling } from '#types/visits'
import type { VisitRecord } from './records'

type Written = NonNullable<VisitRecord['report']>
type Reports = Pick<VisitRecord, 'report' | 'earlierReports'>
type Settled = Reports & Pick<VisitRecord, 'settlings'>

/**
 * When what comes next about a visit happens: now, but always after what was written and done before, so that nothing new is ever
 * taken for something that was seen, or dealt with, already.
 */
export function momentAfter({ settlings, ...reports }: Settled, now: Date): Date {
  const before = [latestReport(reports), settlings.at(-1)].map((one) => (one ? Date.parse(one.at) : 0))
  return new Date(Math.max(now.getTime(), ...before.map((at) => at + 1)))
}

/** So many reports are kept before the last one, unless more of them call for somebody; and never more than the second: two visits fit into one reply. */
const MOST_REPORTS = 6
const MOST_CALLING = 20

/**
 * The reports that come before the next one. A record does not grow with every change: of many the first and the last stay, and
 * whatever calls for somebody until it is dealt with; of the rest those make way first that were dealt with.
 */
export function earlierWith(visit: Settled): Written[] {
  const { report, earlierReports } = visit
  const all = report ? [...earlierReports, report] : earlierReports
  const isOpen = (one: Written) => unsettledOf(visit).includes(one)
  const between = all.slice(1, -1)
  const first = between.find((one) => !isOpen(one)) ?? (all.length > MOST_CALLING ? between[0] : null)
  return all.length > MOST_REPORTS && first ? all.filter((one) => one !== first) : [...all]
}

/** So many words of what was done are kept. */
const MOST_SETTLINGS = 5

/** What was done about a visit, with what was done now: of many the first, and the last ones. */
export function settlingsWith({ settlings }: Settled, now: VisitSettling): VisitSettling[] {
  const all = [...settlings, now]
  return all.length > MOST_SETTLINGS ? [...all.slice(0, 1), ...all.slice(1 - MOST_SETTLINGS)] : all
}
