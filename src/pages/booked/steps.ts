import type { MealOrder, OwnOrder } from '#types/meals/orders'
import type { Mode } from '#types/meals/sittings'
import type { Me } from '#types/people'
import type { MealOrderState } from '#types/states'
import type { Instant } from '#types/values'
import type { WordedStep } from '@/components/progress/in-words'
import { hourOf, whenWord } from '@/services/dates'
import { eatingWord } from '@/services/eating-words'
import { byWord } from '@/services/words'

const ends: readonly MealOrderState[] = ['cancelled', 'refused', 'lapsed']

/** Ends that are told with their reason. */
const explained: readonly MealOrderState[] = ['refused', 'missed', 'cancelled', 'served']

const done: Record<MealOrderState, string> = {
  waiting: '在排队等座位',
  offered: '有座位了',
  lapsed: '没有等到座位',
  placed: '已交给驿站',
  confirmed: '驿站确认了',
  refused: '驿站没有接',
  cancelled: '已经取消',
  served: '吃过了',
  missed: '没有来吃',
}

/** Behind who did it: 您订的. */
const didWord: Partial<Record<MealOrderState, string>> = { placed: '订的', cancelled: '取消的' }

const goWord: Record<Mode, string> = {
  dineIn: '到时候去吃',
  takeAway: '到时候去取',
  delivery: '到时候送到家',
}

/** What somebody changed after the station had confirmed it: 改成了素什锦套餐、自己取. */
const changeStep = (
  { at, by, setName, mode, startsAt }: NonNullable<MealOrder['laterChanges']>[number],
  me: Me,
  now: Instant,
): WordedStep => ({
  key: `changed ${at}`,
  state: 'done',
  words: `改成了${[setName, mode && eatingWord[mode], startsAt && `${hourOf(startsAt)} 开饭`].filter(Boolean).join('、')}`,
  hint: `${whenWord(at, now)}，${byWord(by, me)}改的`,
})

/** What happened with an order since it was booked the last time, and what comes next. */
export function stepsOf(order: OwnOrder, me: Me, now: Instant): WordedStep[] {
  const { history, laterChanges, state, reason } = order
  const earlierEnd = history
    .slice(0, -1)
    .map((entry) => ends.includes(entry.state))
    .lastIndexOf(true)
  const latest = history[history.length - 1]
  const moves = history.slice(earlierEnd + 1).map((entry, nth, steps) => {
    const isTakenBack = entry.state === 'confirmed' && steps[nth - 1]?.state === 'served'
    const isExplained = entry === latest && (isTakenBack || explained.includes(entry.state))
    const why = isExplained && reason ? `：${reason}` : ''
    const step: WordedStep = {
      key: `${entry.state} ${entry.at}`,
      state: entry.state === 'refused' || entry.state === 'missed' ? 'bad' : 'done',
      words: (isTakenBack ? '改正：还没有吃' : done[entry.state]) + why,
      hint: `${whenWord(entry.at, now)}，${byWord(entry.by, me)}${didWord[entry.state] ?? ''}`,
    }
    return { at: entry.at, step }
  })
  const changes = (laterChanges ?? []).map((change) => ({ at: change.at, step: changeStep(change, me, now) }))
  const past = [...moves, ...changes]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map(({ step }) => step)
  if (order.misfit) return [...past, { key: 'misfit', state: 'now', words: '等驿站打电话商量', hint: null }]
  const isAhead = Date.parse(now) < Date.parse(order.startsAt)
  if (!isAhead || (state !== 'placed' && state !== 'confirmed')) return past

  const going = { key: 'go', words: goWord[order.mode], hint: whenWord(order.startsAt, now) }
  if (state === 'confirmed') return [...past, { ...going, state: 'now' }]
  return [
    ...past,
    { key: 'confirm', state: 'now', words: '等驿站确认', hint: null },
    { ...going, state: 'later' },
  ]
}
