import { counterOrder, requireServable } from '../../../cloudfunctions/_domain/meals/serving-times'
import { anOrder, clerk } from '../builders'

const terms = { opensBefore: 60, reasonAfter: 240, undoSeconds: 10, undoOnTheWay: 20 }
const lunch = anOrder({ state: 'confirmed' })

describe('requireServable', () => {
  it.each([
    ['a second before the hour', '2026-11-22T02:29:59.000Z', null, 'TOO_EARLY'],
    ['an hour before the meal', '2026-11-22T02:30:00.000Z', null, false],
    ['four hours after it', '2026-11-22T07:30:00.000Z', null, false],
    ['a moment later', '2026-11-22T07:30:00.001Z', null, 'REASON_MISSING'],
    ['a moment later with a reason', '2026-11-22T07:30:00.001Z', '忘了点', true],
    ['three days later with a reason', '2026-11-25T07:30:00.000Z', '忘了点', true],
  ])('%s', (_, at, reason, expected) => {
    const ask = () => requireServable(lunch, { reason, now: new Date(at) }, terms).isLate
    if (typeof expected === 'string') expect(ask).toThrow(expected)
    else expect(ask()).toBe(expected)
  })

  it('tells from when on', () => {
    const early = () => requireServable(lunch, { reason: null, now: new Date('2026-11-22T00:00:00Z') }, terms)
    expect(early).toThrow(
      expect.objectContaining({ code: 'TOO_EARLY', detail: { from: '2026-11-22T02:30:00.000Z' } }),
    )
  })
})

describe('counterOrder', () => {
  it('tells when a meal may be written down', () => {
    expect(counterOrder(lunch, terms)).toMatchObject({
      servableFrom: '2026-11-22T02:30:00.000Z',
      reasonFrom: '2026-11-22T07:30:00.000Z',
      undoUntil: null,
    })
  })

  it('tells until when a tick is taken back without a word', () => {
    const history = [{ state: 'served' as const, at: '2026-11-22T04:00:00.000Z', by: clerk }]
    const undo = (own: Parameters<typeof anOrder>[0]) => counterOrder(anOrder(own), terms).undoUntil
    expect(undo({ state: 'served', history })).toBe('2026-11-22T04:00:10.000Z')
    expect(undo({ state: 'served', history: [] })).toBeNull()
    expect(undo({ state: 'confirmed', history })).toBeNull()
  })
})
