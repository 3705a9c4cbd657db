import { reportVisit } from '../../../cloudfunctions/_domain/visits/reports'
import terms from '../../../cloudfunctions/_policies/visits.json'
import type { Actor } from '../../../types/actors'
import { aVisit, clerk, daughter, NOW } from '../builders'
import { closeSeen } from './closing'

const helper = { openid: 'o-volunteer', name: '赵强', kind: 'partyMember' as const }
const volunteer: Actor = { name: '赵强', role: 'volunteer', relation: null, channel: 'app' }
const move = { by: volunteer, now: NOW }
const claimed = aVisit({ state: 'claimed', helper })
const found = { outcome: 'well' as const, note: null, ambulanceCalled: null, isHeld: false }
const report = (visit = claimed, own: object = {}, at = move) =>
  reportVisit(visit, { ...found, ...own }, at, terms)

describe('reportVisit', () => {
  it('says who wrote it, and is one act, also when the report has been read since', () => {
    const reported = report()
    expect(reported.report).toEqual({ ...found, at: NOW.toISOString(), by: '赵强' })
    expect(report(reported)).toBe(reported)
    const closed = { ...reported, state: 'closed' as const }
    expect(report(closed)).toBe(closed)
  })

  it('adds what was seen afterwards, and keeps what was written first', () => {
    const again = report(report(), { outcome: 'needsFound', note: '要买药' })
    expect(again.report).toMatchObject({ outcome: 'needsFound' })
    expect(again.earlierReports).toMatchObject([{ outcome: 'well', note: null }])
    expect(again.history.map(({ state }) => state)).toEqual(['open', 'reported', 'reported'])
  })

  it.each(['open', 'cancelled'] as const)('is refused for a visit that is %s', (state) => {
    expect(() => report(aVisit({ state }))).toThrow('WRONG_STATE')
  })
})

const DONE = '家人已经到了'
const byClerk = { by: clerk, now: new Date(NOW.getTime() + 60_000) }

describe('closeVisit', () => {
  const alarming = report(claimed, { outcome: 'emergency' })

  it('leaves an alarm to staff, and what is calm to whoever asked', () => {
    expect(() => closeSeen(alarming, DONE, { by: daughter, now: NOW })).toThrow('STILL_ALARMING')
    expect(closeSeen(alarming, DONE, byClerk).state).toBe('closed')
    expect(closeSeen(report(), null, { by: daughter, now: NOW }).state).toBe('closed')
  })

  it('leaves what was passed on to staff as well', () => {
    const passedOn = aVisit({ state: 'escalated', urgency: 'worry' })
    expect(() => closeSeen(passedOn, DONE, { by: daughter, now: NOW })).toThrow('STILL_ALARMING')
    expect(closeSeen(passedOn, DONE, byClerk).state).toBe('closed')
  })

  it('ends no alarm without a word of what was done, and writes down who said it and when', () => {
    expect(() => closeSeen(alarming, null, byClerk)).toThrow('DONE_MISSING')
    const said = { alarm: 'emergency', note: DONE, at: byClerk.now.toISOString(), by: clerk }
    expect(closeSeen(alarming, DONE, byClerk).settlings).toEqual([said])
    expect(closeSeen(report(), null, byClerk).settlings).toEqual([])
  })

  it.each([
    ['a need that was followed by a good word', ['needsFound', 'well'], 'needsFound'],
    ['an emergency that was followed by one', ['emergency', 'well'], null],
    ['an emergency after a need', ['needsFound', 'emergency'], 'emergency'],
  ] as const)('keeps what called for somebody until then: %s', (_, outcomes, alarm) => {
    const found = outcomes.reduce((visit, outcome) => report(visit, { outcome }), claimed)
    expect(closeSeen(found, DONE, byClerk).settlings).toMatchObject([{ alarm }])
  })

  it('is the same when the same is said again, and not said to be so in other words', () => {
    const closed = closeSeen(alarming, DONE, byClerk)
    expect(closeSeen(closed, DONE, byClerk)).toBe(closed)
    expect(closeSeen(closed, null, byClerk)).toBe(closed)
    expect(() => closeSeen(closed, '去了医院', byClerk)).toThrow('WRONG_STATE')
    expect(() => closeSeen(closed, DONE, { by: volunteer, now: NOW })).toThrow('WRONG_STATE')
  })

  it('keeps what was done each time something was seen after it, of very many the first and the last', () => {
    const saidAfter = (words: readonly string[]) =>
      words
        .reduce(
          (visit, done) => report(closeSeen(visit, done, byClerk), { outcome: 'emergency', note: done }),
          alarming,
        )
        .settlings.map(({ note }) => note)
    expect(saidAfter(['一', '二', '三'])).toEqual(['一', '二', '三'])
    expect(saidAfter(['一', '二', '三', '四', '五', '六'])).toEqual(['一', '三', '四', '五', '六'])
  })

  it.each(['emergency', 'noAnswer', 'needsFound'] as const)(
    'wants words of staff also where she was seen to be well since: %s',
    (outcome) => {
      const eased = report(report(claimed, { outcome }))
      expect(() => closeSeen(eased, null, byClerk)).toThrow('DONE_MISSING')
      expect(() => closeSeen(eased, DONE, { by: daughter, now: NOW })).toThrow('STILL_ALARMING')
      const settled = closeSeen(eased, DONE, byClerk)
      const again = report(settled, { note: '睡得好' })
      expect(closeSeen(again, null, { by: daughter, now: NOW }).state).toBe('closed')
    },
  )
})

describe('the same report again', () => {
  const emergency = { outcome: 'emergency' as const }
  const anew = { ...move, isAnew: true }

  it('calls again once it was dealt with, and is a repeat until then', () => {
    const first = report(claimed, emergency)
    expect(report(first, emergency)).toBe(first)
    const second = report(closeSeen(first, DONE, byClerk), emergency)
    expect(second).toMatchObject({ state: 'reported', alarm: 'emergency', earlierReports: [emergency] })
    expect(report(second, emergency)).toBe(second)
  })

  it('calls again where it is known to be said anew, unless nothing in it calls for somebody', () => {
    const first = report(claimed, emergency)
    expect(report(first, emergency, anew)).toMatchObject({ alarm: 'emergency', earlierReports: [emergency] })
    const calm = report()
    expect(report(calm, {}, anew)).toBe(calm)
  })
})

describe('the earlier reports', () => {
  it('hold whatever nobody has dealt with, however much is written after it', () => {
    const calm = Array.from({ length: 12 }, (_, nth) => ({ note: `第 ${nth}` }))
    const needs = ['药', '灯', '米', '煤气', '水', '锁', '电'].map((note) => ({
      outcome: 'needsFound',
      note,
    }))
    const all = [{ note: '先' }, { outcome: 'emergency', note: '摔倒不能动' }, ...needs, ...calm]
    const { earlierReports, alarm } = all.reduce((visit, own) => report(visit, own), claimed)
    const notes = earlierReports.map(({ note }) => note)
    expect(notes).toEqual(['先', '摔倒不能动', '药', '灯', '米', '煤气', '水', '锁', '电', '第 10'])
    expect(alarm).toBe('needsFound')
  })
})
