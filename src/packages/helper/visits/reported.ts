import type { Alarm, Outcome, QueuedVisit } from '#types/visits'

/** A visit whose report nobody has dealt with yet. */
export type ReportedVisit = QueuedVisit & { report: NonNullable<QueuedVisit['report']> }

export const isWritten = (visit: QueuedVisit): visit is ReportedVisit =>
  visit.report !== null && (visit.state === 'reported' || visit.state === 'escalated')

/** What a clerk or coordinator does next, by hand: the cloud does nothing by itself. */
export const nextAfter: Partial<Record<Outcome, string>> = {
  emergency: '马上打电话给家人，问清楚人在哪里、谁陪着。能过去的，现在就过去。还没有打 120 的，先打 120。',
  noAnswer: '先打电话给老人和家人。还是找不到人，今天就再去敲一次门，问问邻居。担心出事，打 120。',
  needsFound: '打电话给家人，商量谁来帮、什么时候来。家人来不了，就请驿站的人去一趟。',
}

/** How an alarm looks in a list: red where a life may be at stake. */
export const alarmCard = (alarm: Alarm | null): 'alarm' | 'warn' | undefined => {
  if (alarm === null) return undefined
  return alarm === 'emergency' || alarm === 'urgent' ? 'alarm' : 'warn'
}
