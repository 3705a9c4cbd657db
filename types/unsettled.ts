import type { Outcome, Visit, VisitReport } from './visits'

/** What calls for somebody where it was found. */
const calling: readonly Outcome[] = ['emergency', 'noAnswer', 'needsFound']

export const isCalling = ({ outcome }: Pick<VisitReport, 'outcome'>): boolean => calling.includes(outcome)

/** What was written last about a visit, also when somebody else goes since; null: nobody wrote anything yet. */
export const latestReport = ({
  report,
  earlierReports,
}: Pick<Visit, 'report' | 'earlierReports'>): VisitReport | null =>
  report ?? earlierReports[earlierReports.length - 1] ?? null

/** What was written about a visit since somebody said last what was done about it, the first first. */
export function writtenSince({
  report,
  earlierReports,
  settlings,
}: Pick<Visit, 'report' | 'earlierReports' | 'settlings'>): VisitReport[] {
  const settled = settlings[settlings.length - 1]?.at ?? ''
  return (report ? [...earlierReports, report] : earlierReports).filter(({ at }) => at > settled)
}

/**
 * What was found that called for somebody, and of which nobody has said yet what was done; also where she was seen to be well since.
 * A visit ends with a word about it.
 */
export const unsettledOf = (visit: Parameters<typeof writtenSince>[0]): VisitReport[] =>
  writtenSince(visit).filter(isCalling)
