import { mostPlaces } from '#types/limits'
import type { KeptPlan, PlanChange } from '#types/meals/plans'
import type { Mode, Slot } from '#types/meals/slots'

export type PlanWritten = Extract<PlanChange, { act: 'write' }>['plan']
export type Table = PlanWritten['tables'][number]

interface UntilDraft {
  daysBefore: number
  time: string
}

/** A plan as it is being written: numbers and hours as they are typed. */
export interface PlanDraft {
  from: string
  weekdays: string[]
  onHolidays: boolean
  startsAt: string
  tables: Table[]
  portions: string
  modes: Mode[]
  bookUntil: UntilDraft
  cancelUntil: UntilDraft
  reserve: string
  confirmsItself: boolean
}

/** What a plan begins from: another one, with a date of its own; without one, nothing that nobody has said but the usual hours. */
export const draftOfPlan = (plan: KeptPlan | null): PlanDraft => ({
  from: '',
  weekdays: plan?.weekdays.map(String) ?? ['1', '2', '3', '4', '5'],
  onHolidays: plan?.onHolidays ?? false,
  startsAt: plan ? hourWord(plan.startsAt) : '',
  tables: plan?.tables ?? [],
  portions: plan ? String(plan.portions) : '',
  modes: plan?.modes ?? ['dineIn'],
  bookUntil: untilOf(plan?.bookUntil),
  cancelUntil: untilOf(plan?.cancelUntil),
  reserve: plan ? String(plan.reserve) : '0',
  confirmsItself: plan?.confirmsItself ?? false,
})

/** Under which name a plan is kept while it is being written. @param from the plan that it begins from */
export const draftNameOf = (stationId: string, slot: Slot, from: KeptPlan | null): string =>
  `plan ${stationId} ${slot} ${from?.from} ${from?.rev}`

const untilOf = (until: UntilDraft | undefined): UntilDraft =>
  until ? { ...until, time: hourWord(until.time) } : { daysBefore: 0, time: '' }

/** 9:00 of 09:00 */
export const hourWord = (time: string): string => time.replace(/^0/, '')

/** 09:00 of what somebody typed: 9:00, 9：00, 09:00; null where it is no hour. */
function timeOf(text: string): string | null {
  const found = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/.exec(text.trim())
  return found ? `${found[1]?.padStart(2, '0')}:${found[2]}` : null
}

const countOf = (text: string): number | null => {
  const count = /^\d{1,3}$/.test(text.trim()) ? Number(text) : null
  return count !== null && count <= mostPlaces ? count : null
}

export const seatsOf = (tables: readonly Table[]): number => tables.reduce((sum, { seats }) => sum + seats, 0)

type Troubles = Partial<Record<keyof PlanDraft, string>>

const anHour = '写几点，比如 9:00。'
const aNumber = `写一个数，最多 ${mostPlaces}。没有就写 0。`

/** What of a plan does not do yet, by the field; empty: it can be tried. What does not agree, the cloud says. */
export function planTroubles(draft: PlanDraft): Troubles {
  const { from, weekdays, startsAt, portions, modes, bookUntil, cancelUntil, reserve } = draft
  return {
    ...(!from && { from: '先写从哪一天起。' }),
    ...(weekdays.length === 0 && { weekdays: '先选星期几供餐。' }),
    ...(timeOf(startsAt) === null && { startsAt: anHour }),
    ...(countOf(portions) === null && { portions: aNumber }),
    ...(modes.length === 0 && { modes: '先选能怎么吃。' }),
    ...(timeOf(bookUntil.time) === null && { bookUntil: anHour }),
    ...(timeOf(cancelUntil.time) === null && { cancelUntil: anHour }),
    ...(countOf(reserve) === null && { reserve: aNumber }),
  }
}

/** The plan as it is sent; null while something does not do. */
export function planOf(draft: PlanDraft, slot: Slot): PlanWritten | null {
  const startsAt = timeOf(draft.startsAt)
  const [book, cancel] = [timeOf(draft.bookUntil.time), timeOf(draft.cancelUntil.time)]
  const [portions, reserve] = [countOf(draft.portions), countOf(draft.reserve)]
  if (Object.keys(planTroubles(draft)).length > 0) return null
  if (startsAt === null || book === null || cancel === null || portions === null || reserve === null)
    return null
  const { from, onHolidays, tables, modes, confirmsItself } = draft
  return {
    ...{ slot, from, onHolidays, startsAt, tables, portions, modes, reserve, confirmsItself },
    weekdays: draft.weekdays.map(Number).sort(),
    bookUntil: { daysBefore: draft.bookUntil.daysBefore, time: book },
    cancelUntil: { daysBefore: draft.cancelUntil.daysBefore, time: cancel },
  }
}
