import type { Application } from '#types/eligibility/applications'
import type { Applicable } from '#types/eligibility/entitlements'
import type { ApplicationState } from '#types/states'
import type { LocalDate } from '#types/values'
import { applicationStateWord } from '#types/words/eligibility/application-states'
import { categoryName } from '#types/words/people/elders/categories'
import { longDate, monthAndDay } from './dates'
import type { StateWord } from './words'

/** What somebody asks to be recognised as: 低保; a category of the district's own by the name that it gave. */
export const appliedWord = ({ category, label }: Pick<Application, 'category' | 'label'>): string =>
  label ?? categoryName(category)

const kinds: Record<ApplicationState, StateWord['kind']> = {
  submitted: 'wait',
  inReview: 'wait',
  returned: 'bad',
  approved: 'ok',
  refused: 'bad',
  withdrawn: 'plain',
}

export const applicationTag = (state: ApplicationState): StateWord => ({
  word: applicationStateWord[state],
  kind: kinds[state],
})

/** While somebody still has to answer. */
export const isAwaited = (state: ApplicationState): boolean => state === 'submitted' || state === 'inReview'

/** 从 2026年11月22日到 2027年11月21日; 从 2026年11月22日起，长期有效 */
export const spanWord = (from: LocalDate, to: LocalDate | null): string =>
  to === null ? `从 ${longDate(from)}起，长期有效` : `从 ${longDate(from)}到 ${longDate(to)}`

/** 最晚 12月4日有答复; 说好 12月4日答复，已经过了 */
export const answerBy = ({ dueOn, isOverdue }: Pick<Application, 'dueOn' | 'isOverdue'>): string =>
  isOverdue ? `说好 ${monthAndDay(dueOn)}答复，已经过了` : `最晚 ${monthAndDay(dueOn)}有答复`

/** Whether it is held and lasts: nothing needs to be applied for. */
export const isHeld = ({ held, isEnding }: Pick<Applicable, 'held' | 'isEnding'>): boolean =>
  held !== null && !isEnding
