import type { Application } from '#types/eligibility/applications'
import type { Me } from '#types/people'
import type { ApplicationState } from '#types/states'
import type { Instant } from '#types/values'
import type { WordedStep } from '@/components/progress/in-words'
import { monthAndDay, whenWord } from '@/services/dates'
import { byWord } from '@/services/words'

const ends: readonly ApplicationState[] = ['approved', 'refused', 'withdrawn']

const done: Record<ApplicationState, string> = {
  submitted: '材料交上去了',
  inReview: '开始看材料',
  returned: '请您补材料',
  approved: '通过了',
  refused: '没有通过',
  withdrawn: '撤回了',
}

/** What happened since it was sent the last time after a decision, and what comes next. */
export function stepsOf(application: Application, me: Me, now: Instant): WordedStep[] {
  const { history, state, dueOn, isOverdue } = application
  const earlierEnd = history
    .slice(0, -1)
    .map((entry) => ends.includes(entry.state))
    .lastIndexOf(true)
  const current = history.slice(earlierEnd + 1)
  const past = current.map((entry, nth): WordedStep => {
    const isAgain = entry.state === 'submitted' && nth > 0
    return {
      key: `${nth} ${entry.at}`,
      state:
        entry.state === 'refused' || (entry.state === 'returned' && nth === current.length - 1)
          ? 'bad'
          : 'done',
      words: isAgain ? '补好了，又交上去了' : done[entry.state],
      hint: `${whenWord(entry.at, now)}，${byWord(entry.by, me)}`,
    }
  })
  const day = monthAndDay(dueOn)
  const words = isOverdue ? `说好 ${day}答复，还在等` : `最晚 ${day}有答复`
  const answer = { key: 'answer', words, hint: null }
  if (state === 'submitted') {
    return [
      ...past,
      { key: 'look', state: 'now', words: '等工作人员看材料', hint: null },
      { ...answer, state: 'later' },
    ]
  }
  if (state === 'inReview') return [...past, { ...answer, state: 'now' }]
  if (state === 'returned') {
    return [...past, { key: 'add', state: 'now', words: '等材料补上，再接着看', hint: null }]
  }
  return past
}
