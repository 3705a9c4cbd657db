import type { Outcome, QueuedVisit } from '#types/visits'

/** A visit whose report nobody has read yet. */
export type ReportedVisit = QueuedVisit & { report: NonNullable<QueuedVisit['report']> }

const isReported = (visit: QueuedVisit): visit is ReportedVisit =>
  visit.state === 'reported' && visit.report !== null

/** What a clerk or coordinator does next, by hand: the cloud does nothing by itself. */
export const nextAfter: Partial<Record<Outcome, string>> = {
  emergency: '马上打电话给家人，问清楚人在哪里、谁陪着。能过去的，现在就过去。还没有打 120 的，先打 120。',
  noAnswer: '先打电话给老人和家人。还是找不到人，今天就再去敲一次门，问问邻居。担心出事，打 120。',
  needsFound: '打电话给家人，商量谁来帮、什么时候来。家人来不了，就请驿站的人去一趟。',
}

const order: readonly Outcome[] = ['emergency', 'noAnswer', 'needsFound', 'refused', 'well']

/** Reports that need somebody, the worst first, and those that only want to be read. */
export function byNeed(visits: readonly QueuedVisit[]): {
  pressing: ReportedVisit[]
  calm: ReportedVisit[]
} {
  const reported = visits
    .filter(isReported)
    .sort((a, b) => order.indexOf(a.report.outcome) - order.indexOf(b.report.outcome))
  const isPressing = ({ report }: ReportedVisit) => nextAfter[report.outcome] !== undefined
  return {
    pressing: reported.filter(isPressing),
    calm: reported.filter((visit) => !isPressing(visit)),
  }
}
