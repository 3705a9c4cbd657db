import { localDate } from '#types/days'
import type { NoticeKind } from '#types/notices'
import { awaitedVisitStates } from '#types/states'
import type { MealOrderRecord } from '../meals/records'
import type { VisitRecord } from '../visits/records'
import type { MessageRecord, Recipient } from './records'

/** What a message says the standing of. */
export type Standing = VisitRecord | MealOrderRecord

const visitKinds = [
  'visitUrgent',
  'visitAsked',
  'visitClaimed',
  'visitOverdue',
  'visitAbandoned',
  'visitReleased',
  'visitMoved',
] as const
const orderKinds = ['mealAhead', 'orderUnanswered'] as const
type VisitKind = (typeof visitKinds)[number]
type OrderKind = (typeof orderKinds)[number]

const isVisitKind = (kind: NoticeKind): kind is VisitKind => visitKinds.some((one) => one === kind)
const isOrderKind = (kind: NoticeKind): kind is OrderKind => orderKinds.some((one) => one === kind)

/** Where the record is kept whose standing a message tells; null where it tells what happened, which stays true. */
export function standsOf(kind: NoticeKind): 'visits' | 'mealOrders' | null {
  if (isVisitKind(kind)) return 'visits'
  return isOrderKind(kind) ? 'mealOrders' : null
}

/** The message without those to whom it would say what is not so any more. `record`: the one that it is about, as it stands now. */
export function whereStillSo(message: MessageRecord, record: Standing | null, now: Date): MessageRecord {
  const { kind } = message
  if (standsOf(kind) === null) return message
  const isSo = (one: Recipient) => record !== null && isStillSo(kind, record, one, now)
  const to = message.to.map((one) =>
    one.state === 'due' && !isSo(one) ? { ...one, state: 'gone' as const } : one,
  )
  return { ...message, to }
}

function isStillSo(kind: NoticeKind, record: Standing, { as, openid }: Recipient, now: Date): boolean {
  if ('slot' in record) {
    return kind === 'mealAhead'
      ? record.state === 'confirmed' && record.date > localDate(now)
      : record.state === 'placed'
  }
  const { alarm, state, helper } = record
  const isTheirs = helper?.openid === openid
  switch (kind) {
    case 'visitUrgent':
      if (alarm !== 'urgent' || (as === 'helper' && !isTheirs)) return false
      return as !== 'helpers' || state === 'open' || state === 'escalated'
    case 'visitAbandoned':
      return state === 'escalated'
    case 'visitClaimed':
      return state !== 'open' && state !== 'cancelled'
    case 'visitReleased':
      return as === 'helper' ? !isTheirs : state === 'open'
    case 'visitMoved':
      return isTheirs && state === 'claimed'
    default:
      return awaitedVisitStates.includes(state)
  }
}
