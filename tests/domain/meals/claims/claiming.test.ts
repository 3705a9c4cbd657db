import { leftBehind, VOID_AFTER } from '../../../../cloudfunctions/_domain/meals/claims/claiming'
import { bookedUntil } from '../../../../cloudfunctions/_domain/meals/planning/ordered'
import { timeout as clockTimeout } from '../../../../cloudfunctions/clock/config.json'
import { timeout } from '../../../../cloudfunctions/meals/config.json'
import { aClaim } from '../../../cloud/claimed'
import { NOW } from '../../builders'

/** Milliseconds after which CloudBase ends a transaction. */
const LONGEST_TRANSACTION = 30_000

const ago = (milliseconds: number) => new Date(NOW.getTime() - milliseconds).toISOString()
const made = (since: number) => aClaim({ attempt: 'own', since: ago(since) })
const changed = (since: number) => ({
  ...made(since),
  next: { attempt: 'next', takes: { portions: 1 }, gives: { seats: 1 }, body: 'other', since: ago(since) },
})

describe('VOID_AFTER', () => {
  it('is longer than a call runs, and a transaction that it began at its very end', () => {
    expect(VOID_AFTER).toBeGreaterThan(timeout * 1_000 + LONGEST_TRANSACTION)
  })

  it('keeps what a kitchen changes open until whoever read before the last sitting followed has ended', () => {
    const open = Date.parse(bookedUntil(NOW)) - NOW.getTime()
    expect(open).toBe(VOID_AFTER)
    expect(open).toBeGreaterThan((Math.max(timeout, clockTimeout) + timeout) * 1_000 + LONGEST_TRANSACTION)
  })
})

describe('leftBehind', () => {
  const order = (state: 'placed' | 'served' | 'cancelled', attempt = 'own') => ({ state, attempt })
  it.each([
    ['a claim that may still be under way', made(VOID_AFTER), null, null],
    ['an old one without an order', made(VOID_AFTER + 1), null, 'free'],
    ['an old one of an order that was cancelled', made(VOID_AFTER + 1), order('cancelled'), 'free'],
    ['an old one of an order that stands', made(VOID_AFTER + 1), order('placed'), null],
    ['an old one of a meal that was eaten', made(VOID_AFTER + 1), order('served'), null],
    ['a change that may still be under way', changed(VOID_AFTER), order('placed'), null],
    ['an old change that the order says', changed(VOID_AFTER + 1), order('placed', 'next'), 'swap'],
    ['an old change that it does not say', changed(VOID_AFTER + 1), order('placed'), 'drop'],
    ['an old change of a cancelled order', changed(VOID_AFTER + 1), order('cancelled', 'next'), 'drop'],
  ])('of %s', (_case, claim, decided, wanted) => {
    expect(leftBehind(claim, decided, NOW)).toBe(wanted)
  })
})
