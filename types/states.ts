/** State machines as data: the page asks `can(order.state, 'cancel', mealOrderMoves)`, the cloud enforces the same table. */

/** How a record may move: act → from these states → to that state. */
type Moves<State extends string, Act extends string> = Record<Act, { from: readonly State[]; to: State }>

export const mealOrderStates = [
  'waiting',
  'offered',
  'lapsed',
  'placed',
  'confirmed',
  'refused',
  'cancelled',
  'served',
  'missed',
] as const
export type MealOrderState = (typeof mealOrderStates)[number]
export type MealOrderAct =
  | 'confirm'
  | 'refuse'
  | 'cancel'
  | 'serve'
  | 'unserve'
  | 'miss'
  | 'offer'
  | 'accept'
  | 'lapse'

export const mealOrderMoves: Moves<MealOrderState, MealOrderAct> = {
  confirm: { from: ['placed'], to: 'confirmed' },
  refuse: { from: ['placed'], to: 'refused' },
  cancel: { from: ['placed', 'confirmed'], to: 'cancelled' },
  /** Also somebody who was written down as missing and had been there. */
  serve: { from: ['confirmed', 'missed'], to: 'served' },
  /** The wrong one was ticked off: it is as it was before, and she may come yet. */
  unserve: { from: ['served'], to: 'confirmed' },
  miss: { from: ['confirmed'], to: 'missed' },
  offer: { from: ['waiting'], to: 'offered' },
  accept: { from: ['offered'], to: 'placed' },
  lapse: { from: ['offered'], to: 'lapsed' },
}

/** Orders that hold a seat or a portion. */
export const liveOrderStates: readonly MealOrderState[] = ['placed', 'confirmed']

export const visitStates = [
  'open',
  'claimed',
  'onSite',
  'reported',
  'closed',
  'cancelled',
  'escalated',
] as const
export type VisitState = (typeof visitStates)[number]
export type VisitAct =
  | 'claim'
  | 'arrive'
  | 'report'
  | 'correct'
  | 'raise'
  | 'release'
  | 'close'
  | 'cancel'
  | 'escalate'
  | 'end'

/**
 * A report may come without a recorded arrival: there may have been no signal at the door; and late, when the visit was passed
 * on to the station meanwhile.
 */
export const visitMoves: Moves<VisitState, VisitAct> = {
  claim: { from: ['open', 'escalated'], to: 'claimed' },
  arrive: { from: ['claimed'], to: 'onSite' },
  report: { from: ['claimed', 'onSite', 'escalated'], to: 'reported' },
  /** Something else was seen after the report. */
  correct: { from: ['reported', 'closed'], to: 'reported' },
  /** An emergency was found at the door to which nobody was to go any more. */
  raise: { from: ['cancelled'], to: 'reported' },
  release: { from: ['claimed', 'onSite'], to: 'open' },
  close: { from: ['reported', 'escalated'], to: 'closed' },
  cancel: { from: ['open', 'claimed'], to: 'cancelled' },
  /** She has died: nobody goes any more, and nobody needs to bring it to an end. */
  end: { from: ['open', 'claimed', 'onSite', 'escalated'], to: 'cancelled' },
  escalate: { from: ['open', 'claimed', 'onSite', 'reported'], to: 'escalated' },
}

/** Visits that somebody still waits for: a second request for the same elder and day returns one of these. */
export const awaitedVisitStates: readonly VisitState[] = ['open', 'claimed', 'onSite', 'escalated']

export const applicationStates = [
  'submitted',
  'inReview',
  'returned',
  'approved',
  'refused',
  'withdrawn',
] as const
export type ApplicationState = (typeof applicationStates)[number]
export type ApplicationAct = 'submit' | 'take' | 'approve' | 'return' | 'refuse' | 'withdraw'

/** Applying again after a decision begins anew, under the same id. */
export const applicationMoves: Moves<ApplicationState, ApplicationAct> = {
  submit: { from: ['returned', 'approved', 'refused', 'withdrawn'], to: 'submitted' },
  /** Also over from a colleague who cannot go on. */
  take: { from: ['submitted', 'inReview'], to: 'inReview' },
  approve: { from: ['inReview'], to: 'approved' },
  return: { from: ['inReview'], to: 'returned' },
  refuse: { from: ['inReview'], to: 'refused' },
  withdraw: { from: ['submitted', 'inReview', 'returned'], to: 'withdrawn' },
}

/** What an elder's registration is worth: `pending` until she has consented, `erased` once her data are gone. */
export const elderStates = ['pending', 'active', 'erased'] as const
export type ElderState = (typeof elderStates)[number]

export const relationStates = ['asked', 'granted', 'declined', 'revoked', 'lapsed'] as const
export type RelationState = (typeof relationStates)[number]
export type RelationAct = 'ask' | 'grant' | 'decline' | 'revoke' | 'lapse'

/** Granting again changes what a relative may do; an ask that nobody answers lapses. */
export const relationMoves: Moves<RelationState, RelationAct> = {
  ask: { from: ['declined', 'revoked', 'lapsed'], to: 'asked' },
  grant: { from: ['asked', 'granted', 'declined', 'revoked', 'lapsed'], to: 'granted' },
  decline: { from: ['asked'], to: 'declined' },
  lapse: { from: ['asked'], to: 'lapsed' },
  revoke: { from: ['asked', 'granted'], to: 'revoked' },
}

/** What was said of two registrations that are alike: nothing yet, that they are two persons, or that they are one. */
export const likenessStates = ['found', 'different', 'joined'] as const
export type LikenessState = (typeof likenessStates)[number]
export type LikenessAct = 'setApart' | 'join' | 'undo'

/** Taking an answer back asks anew. */
export const likenessMoves: Moves<LikenessState, LikenessAct> = {
  setApart: { from: ['found'], to: 'different' },
  join: { from: ['found'], to: 'joined' },
  undo: { from: ['joined', 'different'], to: 'found' },
}

export const membershipStates = ['accepted', 'vetted', 'trained', 'assignable', 'suspended', 'ended'] as const
export type MembershipState = (typeof membershipStates)[number]
export const membershipActs = ['vet', 'train', 'assign', 'suspend', 'reinstate', 'end'] as const
export type MembershipAct = (typeof membershipActs)[number]

/** Invited is an invitation, not a state: a membership begins when somebody has accepted one. */
export const membershipMoves: Moves<MembershipState, MembershipAct> = {
  vet: { from: ['accepted'], to: 'vetted' },
  train: { from: ['vetted'], to: 'trained' },
  assign: { from: ['trained'], to: 'assignable' },
  suspend: { from: ['assignable'], to: 'suspended' },
  reinstate: { from: ['suspended'], to: 'assignable' },
  end: { from: ['accepted', 'vetted', 'trained', 'assignable', 'suspended'], to: 'ended' },
}

/** Whether the table allows the act from this state. */
export function can<State extends string, Act extends string>(
  state: State,
  act: Act,
  moves: Moves<State, Act>,
): boolean {
  return moves[act].from.includes(state)
}
