import { type Role, roles } from '#types/contract'
import { localDate } from '#types/days'
import { kitchenIn } from '#types/ids'
import type { Notice, NoticeKind } from '#types/notices'
import { awaitedVisitStates } from '#types/states'
import { isAnsweredBy, isFamilyOf, memberships, overseen } from '../access/holdings'
import { isLive } from '../meals/orders'
import type { MenuRecord } from '../meals/planning/records'
import type { MealOrderRecord } from '../meals/records'
import type { AccountRecord } from '../people/records'
import type { VisitRecord } from '../visits/records'
import type { MessageRecord, Recipient, ToldAs } from './records'
import type { Notices } from './telling'

/** What a message says the standing of. */
export type Standing = VisitRecord | MealOrderRecord | MenuRecord

const visitKinds = [
  'visitUrgent',
  'visitAsked',
  'visitClaimed',
  'visitArrived',
  'visitNeeds',
  'visitAlarm',
  'visitOverdue',
  'visitAbandoned',
  'visitReleased',
  'visitMoved',
] as const
const orderKinds = [
  'orderConfirmed',
  'orderRefused',
  'orderChanged',
  'orderCancelled',
  'mealAhead',
  'orderUnanswered',
] as const
type VisitKind = (typeof visitKinds)[number]
type OrderKind = (typeof orderKinds)[number]

const isVisitKind = (kind: NoticeKind): kind is VisitKind => visitKinds.some((one) => one === kind)
const isOrderKind = (kind: NoticeKind): kind is OrderKind => orderKinds.some((one) => one === kind)

/** Where the record is kept whose standing a message tells; null where it tells what happened, which stays true. */
export function standsOf(kind: NoticeKind): 'visits' | 'mealOrders' | 'menus' | null {
  if (kind === 'menuMissing') return 'menus'
  if (isVisitKind(kind)) return 'visits'
  return isOrderKind(kind) ? 'mealOrders' : null
}

/** The message without those to whom it would say what is not so any more. `record`: the one that it is about, as it stands now. */
export function whereStillSo(message: MessageRecord, record: Standing | null, now: Date): MessageRecord {
  const { kind } = message
  if (standsOf(kind) === null) return message
  const isSo = (one: Recipient) =>
    kind === 'menuMissing' ? isUnpublished(record) : record !== null && isStillSo(kind, record, one, now)
  const to = message.to.map((one) =>
    one.state === 'due' && !isSo(one) ? { ...one, state: 'gone' as const } : one,
  )
  return { ...message, to }
}

/** The roles in which somebody who works here is told of something. */
const rolesTold: Partial<Record<ToldAs, readonly Role[]>> = {
  clerk: ['clerk', 'manager'],
  coordinator: ['coordinator'],
  supervisor: ['supervisor'],
  helper: roles, // whoever works here in any of them may go to a door
  helpers: ['volunteer'],
  kitchen: ['kitchen'],
  manager: ['manager'],
}

/**
 * Whether what stands on a home page is of somebody's concern, and still so. Whoever has lost the role in which they were told, or is near
 * to her no more, knows of it no more; a registration that lapsed is told to somebody who is near to nobody by that.
 * @param record the one that it is about, as it stands now; null where nothing is read of it
 */
export function isStillNews(
  { kind, elderId, ref }: Notice,
  record: Standing | null,
  { account, now, notices }: { account: AccountRecord; now: Date; notices: Pick<Notices, 'kinds'> },
): boolean {
  const isNear = elderId !== null && isFamilyOf(account, elderId)
  const told = notices.kinds[kind].to as readonly ToldAs[] // a test reads the table with its words
  const roles = told.flatMap((as) => rolesTold[as] ?? [])
  const isAtWork = account.memberships.some(
    (held) => held.state === 'assignable' && roles.includes(held.role),
  )
  if (!isNear && !isAtWork && kind !== 'registrationLapsed') return false
  if (standsOf(kind) === null) return true
  if (kind === 'menuMissing') return waitsForMenu(account, ref) && isUnpublished(record)
  if (record === null || 'dishes' in record) return false
  const as = isNear ? 'family' : 'slot' in record ? 'clerk' : toldAsAt(account, record)
  return isStillSo(kind, record, { as, openid: account.id }, now)
}

/** As what somebody who works here is told of a visit. */
function toldAsAt(account: AccountRecord, visit: VisitRecord): ToldAs {
  if (isAnsweredBy(account, visit) || isSupervisorOf(account, visit)) return 'coordinator'
  return visit.helper?.openid === account.id ? 'helper' : 'helpers'
}

const isSupervisorOf = (account: AccountRecord, { district }: VisitRecord): boolean =>
  overseen(account).districts.includes(district)

/** A menu that nobody has begun is as missing as a draft. */
const isUnpublished = (menu: Standing | null): boolean =>
  menu === null || !('dishes' in menu) || menu.state !== 'published'

/** Whether somebody cooks there, or directs a station. */
const waitsForMenu = (account: AccountRecord, menu: string): boolean =>
  memberships(account, 'manager').length > 0 ||
  memberships(account, 'kitchen').some(({ orgId }) => orgId === kitchenIn(menu))

type Told = Pick<Recipient, 'as' | 'openid'>

function isStillSo(kind: NoticeKind, record: Standing, { as, openid }: Told, now: Date): boolean {
  if ('dishes' in record) return false
  if ('slot' in record) return isOrderSo(kind, record, now)
  const { alarm, state, helper } = record
  const isTheirs = helper?.openid === openid
  switch (kind) {
    case 'visitUrgent':
      if (alarm !== 'urgent' || (as === 'helper' && !isTheirs)) return false
      return as !== 'helpers' || state === 'open' || state === 'escalated'
    case 'visitAbandoned':
      return state === 'escalated'
    case 'visitClaimed':
      return state === 'claimed' || state === 'onSite'
    case 'visitArrived':
      return state === 'onSite'
    case 'visitNeeds':
      return alarm !== null
    case 'visitAlarm':
      return as === 'elder' || as === 'family' || alarm !== null
    case 'visitReleased':
      return as === 'helper' ? !isTheirs : state === 'open'
    case 'visitMoved':
      return isTheirs && state === 'claimed'
    default:
      return awaitedVisitStates.includes(state)
  }
}

function isOrderSo(kind: NoticeKind, order: MealOrderRecord, now: Date): boolean {
  const { state, date } = order
  switch (kind) {
    case 'mealAhead':
      return state === 'confirmed' && date > localDate(now)
    case 'orderConfirmed':
      return state === 'confirmed'
    case 'orderChanged':
      return isLive(order)
    case 'orderRefused':
      return state === 'refused'
    case 'orderCancelled':
      return state === 'cancelled'
    default:
      return state === 'placed'
  }
}
