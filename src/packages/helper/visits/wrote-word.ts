import type { VisitReport } from '#types/visits'
import { cloudNow } from '@/services/clock'
import { whenWord } from '@/services/dates'
import { ambulanceWord, noteWord, outcomeInFull } from '@/services/words'

/** 今天 14:02 赵强写：敲了门，没有人应。电话也没人接 */
export function wroteWord(report: VisitReport): string {
  const ambulance = report.outcome === 'emergency' ? ambulanceWord(report.ambulanceCalled) : ''
  const found = `${whenWord(report.at, cloudNow())} ${report.by}写：${outcomeInFull[report.outcome]}。`
  return `${found}${ambulance}${noteWord(report) ?? ''}`
}
