import { reportVisit } from '../../../cloudfunctions/_domain/visits/reports'
import { closeVisit } from '../../../cloudfunctions/_domain/visits/visits'
import terms from '../../../cloudfunctions/_policies/visits.json'
import type { Actor } from '../../../types/actors'
import { aVisit, clerk, daughter, NOW } from '../builders'

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

describe('closeVisit', () => {
  const alarming = report(claimed, { outcome: 'emergency' })

  it('leaves an alarm to staff, and what is calm to whoever asked', () => {
    expect(() => closeVisit(alarming, { by: daughter, now: NOW })).toThrow('STILL_ALARMING')
    expect(closeVisit(alarming, { by: clerk, now: NOW }).state).toBe('closed')
    expect(closeVisit(report(), { by: daughter, now: NOW }).state).toBe('closed')
  })

  it('leaves what was passed on to staff as well', () => {
    const passedOn = aVisit({ state: 'escalated', urgency: 'worry' })
    expect(() => closeVisit(passedOn, { by: daughter, now: NOW })).toThrow('STILL_ALARMING')
    expect(closeVisit(passedOn, { by: clerk, now: NOW }).state).toBe('closed')
  })
})
