import type { KeptPlan } from '#types/meals/plans'
import { modeWord } from '#types/words/meals/modes'
import { weekdayWords } from '@/services/dates'
import type { StateWord } from '@/services/words'
import { hourWord, type PlanWritten, seatsOf } from './plan-draft'

export const standing: Record<KeptPlan['stands'], StateWord> = {
  inForce: { word: '正在用', kind: 'ok' },
  coming: { word: '还没开始', kind: 'wait' },
  over: { word: '已经过了', kind: 'plain' },
  takenBack: { word: '收回了', kind: 'plain' },
}

/** Whether a plan serves, and has not one place that can be booked: no seat, and no portion. */
export const hasNoPlace = ({ stands, weekdays, tables, reserve, portions }: KeptPlan): boolean =>
  (stands === 'inForce' || stands === 'coming') &&
  weekdays.length > 0 &&
  seatsOf(tables) - reserve + portions <= 0

const beforeWords = ['当天', '前一天', '前两天', '前三天']

/** 当天, 前一天, 提前 5 天 */
export const beforeWord = (days: number): string => beforeWords[days] ?? `提前 ${days} 天`

/** What a plan says, line by line. */
export function planFacts(plan: PlanWritten): { name: string; value: string }[] {
  if (plan.weekdays.length === 0) return [{ name: '供不供餐', value: '从这一天起不供' }]
  const { weekdays, tables, portions, modes, bookUntil, cancelUntil, reserve } = plan
  const until = ({ daysBefore, time }: PlanWritten['bookUntil']) =>
    `${beforeWord(daysBefore)} ${hourWord(time)}`
  return [
    { name: '星期几', value: weekdays.map((day) => weekdayWords[day - 1]).join('、') },
    { name: '放假的日子', value: plan.onHolidays ? '也供' : '不供' },
    { name: '开饭', value: hourWord(plan.startsAt) },
    { name: '座位', value: `${tables.length} 张桌，${seatsOf(tables)} 个座位` },
    { name: '留着不订的', value: `${reserve} 个座位` },
    { name: '自取和送餐', value: `${portions} 份` },
    { name: '怎么吃', value: modes.map((mode) => modeWord[mode]).join('、') },
    { name: '订到', value: until(bookUntil) },
    { name: '取消到', value: until(cancelUntil) },
    { name: '谁来确认', value: plan.confirmsItself ? '订好就算确认' : '驿站一份一份确认' },
  ]
}
