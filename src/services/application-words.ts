import type { Application } from '#types/eligibility/applications'
import type { ApplicationState } from '#types/states'
import type { LocalDate } from '#types/values'
import { monthAndDay } from './dates'
import { categoryName, type StateWord } from './words'

/** What somebody asks to be recognised as: 低保; a category of the district's own by the name that it gave. */
export const appliedWord = ({ category, label }: Pick<Application, 'category' | 'label'>): string =>
  label ?? categoryName(category)

export const applicationStateWord: Record<ApplicationState, StateWord> = {
  submitted: { word: '等工作人员看材料', kind: 'wait' },
  inReview: { word: '正在看', kind: 'wait' },
  returned: { word: '要补材料', kind: 'bad' },
  approved: { word: '同意了', kind: 'ok' },
  refused: { word: '没有同意', kind: 'bad' },
  withdrawn: { word: '收回了', kind: 'plain' },
}

/** While somebody still has to answer. */
export const isAwaited = (state: ApplicationState): boolean => state === 'submitted' || state === 'inReview'

/** 2026年12月4日 */
export const yearAndDay = (date: LocalDate): string => `${Number(date.slice(0, 4))}年${monthAndDay(date)}`

/** 从 2026年11月22日到 2027年11月21日; 从 2026年11月22日起，长期有效 */
export const spanWord = (from: LocalDate, to: LocalDate | null): string =>
  to === null ? `从 ${yearAndDay(from)}起，长期有效` : `从 ${yearAndDay(from)}到 ${yearAndDay(to)}`

/** 最晚 12月4日有答复; 说好 12月4日答复，已经过了 */
export const answerBy = ({ dueOn, isOverdue }: Pick<Application, 'dueOn' | 'isOverdue'>): string =>
  isOverdue ? `说好 ${monthAndDay(dueOn)}答复，已经过了` : `最晚 ${monthAndDay(dueOn)}有答复`
