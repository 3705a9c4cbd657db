import {
  applicationMoves,
  applicationStates,
  can,
  mealOrderMoves,
  mealOrderStates,
  membershipMoves,
  membershipStates,
  relationMoves,
  relationStates,
  visitMoves,
  visitStates,
} from '../../types/states'

/** Every allowed move, written out by hand from the design. */
const orders = [
  'placed confirm confirmed',
  'placed refuse refused',
  'placed cancel cancelled',
  'confirmed cancel cancelled',
  'confirmed serve served',
  'missed serve served',
  'served unserve confirmed',
  'confirmed miss missed',
  'waiting offer offered',
  'offered accept placed',
  'offered lapse lapsed',
]
const applications = [
  'returned submit submitted',
  'approved submit submitted',
  'refused submit submitted',
  'withdrawn submit submitted',
  'submitted take inReview',
  'inReview take inReview',
  'inReview approve approved',
  'inReview return returned',
  'inReview refuse refused',
  'submitted withdraw withdrawn',
  'inReview withdraw withdrawn',
  'returned withdraw withdrawn',
]
const visits = [
  'open claim claimed',
  'escalated claim claimed',
  'claimed arrive onSite',
  'claimed report reported',
  'onSite report reported',
  'claimed release open',
  'onSite escalate escalated',
  'onSite release open',
  'reported close closed',
  'reported correct reported',
  'closed correct reported',
  'cancelled raise reported',
  'escalated close closed',
  'escalated report reported',
  'open end cancelled',
  'claimed end cancelled',
  'onSite end cancelled',
  'escalated end cancelled',
  'open cancel cancelled',
  'claimed cancel cancelled',
  'claimed escalate escalated',
  'open escalate escalated',
  'reported escalate escalated',
]
const relations = [
  'declined ask asked',
  'revoked ask asked',
  'lapsed ask asked',
  'asked grant granted',
  'granted grant granted',
  'declined grant granted',
  'revoked grant granted',
  'asked decline declined',
  'asked lapse lapsed',
  'lapsed grant granted',
  'asked revoke revoked',
  'granted revoke revoked',
]
const memberships = [
  'accepted vet vetted',
  'vetted train trained',
  'trained assign assignable',
  'assignable suspend suspended',
  'suspended reinstate assignable',
  'accepted end ended',
  'vetted end ended',
  'trained end ended',
  'assignable end ended',
  'suspended end ended',
]

const movesOf = <S extends string>(
  states: readonly S[],
  moves: Record<string, { from: readonly S[]; to: S }>,
) =>
  Object.entries(moves).flatMap(([act, { to }]) =>
    states.filter((state) => can(state, act, moves)).map((state) => `${state} ${act} ${to}`),
  )

describe('can', () => {
  it('allows exactly the moves of a meal order', () => {
    expect(movesOf(mealOrderStates, mealOrderMoves).sort()).toEqual([...orders].sort())
  })

  it('allows exactly the moves of a visit', () => {
    expect(movesOf(visitStates, visitMoves).sort()).toEqual([...visits].sort())
  })
  it('allows exactly the moves of an application', () => {
    expect(movesOf(applicationStates, applicationMoves).sort()).toEqual([...applications].sort())
  })

  it('allows exactly the moves of a relation', () => {
    expect(movesOf(relationStates, relationMoves).sort()).toEqual([...relations].sort())
  })

  it('allows exactly the moves of a membership', () => {
    expect(movesOf(membershipStates, membershipMoves).sort()).toEqual([...memberships].sort())
  })
})
