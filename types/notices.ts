import { Id, Instant } from './values'
import * as z from './z'

/** What somebody is told of: each has one row in the table of who is told how (`_policies/notices.json`). */
export const noticeKinds = [
  // Meals.
  'orderConfirmed',
  'orderRefused',
  'orderChanged',
  'orderCancelled',
  'orderDishesChanged',
  'mealAhead',
  'orderUnanswered',
  'ordersUnanswered',
  'ordersToTell',
  'menuMissing',
  // Visits.
  'visitUrgent',
  'visitAsked',
  'visitClaimed',
  'visitArrived',
  'visitReported',
  'visitNeeds',
  'visitAlarm',
  'visitEased',
  'visitSettled',
  'visitReleased',
  'visitCancelled',
  'visitCalledOff',
  'visitMoved',
  'visitMistaken',
  'visitOverdue',
  'visitAbandoned',
  // Eligibility.
  'applicationDecided',
  'categoryEnding',
  // People.
  'askedToBeLetIn',
  'registeredByKin',
  'registrationLapsed',
] as const
export const NoticeKind = z.enum(noticeKinds)

/** Something that could not be sent to whoever should have been told: it stands on their home page instead. */
export const Notice = z.object({
  id: Id,
  kind: NoticeKind,
  /** Whom it is about; null where it is about nobody in particular. */
  elderId: z.nullable(Id),
  /** The record that it is about: a visit, an order, an application, a relation, a station. */
  ref: Id,
  at: Instant,
})

export type NoticeKind = z.infer<typeof NoticeKind>
export type Notice = z.infer<typeof Notice>
