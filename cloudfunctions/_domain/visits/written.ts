import type { VisitRecord } from './records'

type Written = NonNullable<VisitRecord['report']>
type Reports = Pick<VisitRecord, 'report' | 'earlierReports'>

/** What was written last about a visit, also when somebody else goes since; null: nobody wrote anything yet. */
export const latestReport = ({ report, earlierReports }: Reports): Written | null =>
  report ?? earlierReports.at(-1) ?? null

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
