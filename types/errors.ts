/**
 * Every code that the cloud may answer with. The phone words each of them in one exhaustive record
 * (`src/services/sentences.ts`), so a code without a sentence does not compile.
 */
export const errorCodes = [
  // Any action.
  'UNKNOWN_FUNCTION',
  'UNKNOWN_ACTION',
  'BAD_INPUT',
  'NOT_SIGNED_IN',
  'FORBIDDEN',
  'KEY_REUSED',
  'BUSY',
  'TEXT_REFUSED',
  'TOO_MANY_TODAY',
  'INTERNAL',
  'SWITCHED_OFF',
  // A record that is not there, or is not in a state that allows the act.
  'NOT_FOUND',
  'WRONG_STATE',
  'DATE_PAST',
  'DATE_TOO_FAR',
  // Meals.
  'SITTING_FULL',
  'BOOKING_CLOSED',
  'CANCEL_CLOSED',
  'ALREADY_BOOKED',
  'ALREADY_ELSEWHERE',
  'ALREADY_WRITTEN_DOWN',
  'PRICE_CHANGED',
  'DISHES_CHANGED',
  'ORDER_CHANGED',
  'ORDER_MISFIT',
  'TOO_EARLY',
  'SET_NOT_OFFERED',
  'MODE_NOT_OFFERED',
  'DELIVERY_TOO_FAR',
  // Menus.
  'MENU_CHANGED',
  'MENU_INCOMPLETE',
  'MENU_FULL',
  'SET_ORDERED',
  'LIMIT_ORDERED',
  'MEAL_BEGUN',
  'PLAN_CHANGED',
  'PLAN_FAULTY',
  'PLAN_TOO_LATE',
  'CLOSURES_FULL',
  // Visits.
  'VISIT_TAKEN',
  'NOT_ASSIGNABLE',
  'TOO_MANY_TASKS',
  'REPORT_CHANGED',
  'REASON_FULL',
  'STILL_ALARMING',
  'DONE_MISSING',
  // People: elders.
  'BAD_ID_NUMBER',
  'ALREADY_REGISTERED',
  'MAYBE_REGISTERED',
  'NOT_SEEN_YET',
  'CONSENT_MISSING',
  'CONSENT_OUTDATED',
  'ELDER_DIED',
  'STATION_UNSTAFFED',
  'STILL_BOOKED',
  'VISIT_UNSETTLED',
  'KEY_LOST',
  // People: care circles and invitations.
  'NOT_FOUND_BY_THIS',
  'CODE_EXPIRED',
  'CODE_USED',
  'TOO_MANY_TRIES',
  'EVIDENCE_MISSING',
  'OWN_ELDER',
  'CIRCLE_FULL',
  'PHONE_CODE_REFUSED',
  // People: registered twice.
  'ELDER_JOINED',
  'MEALS_TWICE',
  'UNDO_CLOSED',
  'JOINED_LATELY',
  // Eligibility.
  'NOT_OFFERED',
  'ALREADY_APPLIED',
  'ALREADY_HELD',
  'DOCUMENT_MISSING',
  'NOT_A_PHOTO',
  'OWN_APPLICATION',
  'REASON_MISSING',
  'POLICY_REFUSED',
  'POLICIES_CHANGED',
  // Supervision.
  'TOO_MUCH',
  // People: staff and helpers.
  'CERTIFICATE_MISSING',
  'NOT_YOUR_STEP',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** Codes that every action may answer with; a contract lists only what it adds to these. */
export const commonErrors = [
  'UNKNOWN_ACTION',
  'BAD_INPUT',
  'NOT_SIGNED_IN',
  'FORBIDDEN',
  'KEY_REUSED',
  'BUSY',
  'TEXT_REFUSED',
  'INTERNAL',
  'SWITCHED_OFF',
  'ELDER_JOINED',
  'JOINED_LATELY',
] as const satisfies readonly ErrorCode[]

/** What a refused call may tell besides its code: names of fields, ids, states and dates, never a sentence. */
export type ErrorDetail = Record<string, string | number | boolean | string[]>

/** The only error thrown on purpose. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail?: ErrorDetail,
  ) {
    super(code)
    this.name = 'AppError'
  }
}
