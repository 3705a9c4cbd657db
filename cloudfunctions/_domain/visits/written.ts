import type { VisitRecord } from './records'

type Written = NonNullable<VisitRecord['report']>
type Reports = Pick<VisitRecord, 'report' | 'earlierReports'>

/** What was written last about a visit, also when somebody else goes since; null: nobody wrote anything yet. */
export const latestReport = ({ report, earlierReports }: Reports): Written | null =>
  report ?? earlierReports.at(-1) ?? null

/**
 * When what comes next about a visit happens: now, but always after what was written and done before, so that nothing new is ever
 * taken for something that was seen, or dealt with, already.
 */
export function momentAfter(
  { settlings, ...reports }: Reports & Pick<VisitRecord, 'settlings'>,
  now: Date,
): Date {
  const before = [latestReport(reports), settlings.at(-1)].map((one) => (one ? Date.parse(one.at) : 0))
  return new Date(Math.max(now.getTime(), ...before.map((at) => at + 1)))
}

/** The reports that come before the next one: the first that was written, and the one before. */
export function earlierWith({ report, earlierReports }: Reports): Written[] {
  return firstAndLast(report ? [...earlierReports, report] : earlierReports)
}

/** What is kept of many: a record does not grow with every change. */
export function firstAndLast<T>(all: readonly T[]): T[] {
  const [first] = all
  const last = all.at(-1)
  return first && last && first !== last ? [first, last] : [...all]
}
