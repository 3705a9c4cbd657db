import { queuedVisits } from '../../../cloudfunctions/_domain/visits/queue'
import {
  claimVisit,
  dueAt,
  isReleasableBy,
  releaseVisit,
  reportVisit,
  visitFor,
  visitShown,
  whenOf,
} from '../../../cloudfunctions/_domain/visits/visits'
import terms from '../../../cloudfunctions/_policies/visits.json'
import type { Actor } from '../../../types/actors'
import { visitStates } from '../../../types/states'
import { aMember, anElder, aRelative, aVisit, DISTRICT, NOW } from '../builders'

const helper = { openid: 'o-volunteer', name: '赵强', kind: 'partyMember' as const }
const volunteer: Actor = { name: '赵强', role: 'volunteer', relation: null, channel: 'app' }
const coordinator: Actor = { ...volunteer, role: 'coordinator' }
const move = { by: volunteer, now: NOW }
const claimed = aVisit({ state: 'claimed', helper })
const at = (local: string) => new Date(`${local}:00+08:00`)

describe('whenOf', () => {
  it('takes today in Shanghai, also a minute before and after midnight', () => {
    expect(whenOf('today', at('2026-11-21T23:59'), terms)).toBe('2026-11-21')
    expect(whenOf('today', at('2026-11-22T00:01'), terms)).toBe('2026-11-22')
    expect(whenOf('now', NOW, terms)).toBe('now')
  })
})

describe('dueAt', () => {
  it.each([
    ['now, urgent: in half an hour', 'urgent', 'now', '2026-11-21T08:00', '2026-11-21T08:30'],
    ['now, a worry: within a day', 'worry', 'now', '2026-11-21T08:00', '2026-11-22T08:00'],
    ['today: by the evening', 'hard', '2026-11-21', '2026-11-21T08:00', '2026-11-21T18:00'],
    [
      'today at the last minute: half an hour is left',
      'hard',
      '2026-11-21',
      '2026-11-21T17:55',
      '2026-11-21T18:25',
    ],
    [
      'today when the day is over: by the next evening',
      'hard',
      '2026-11-21',
      '2026-11-21T20:00',
      '2026-11-22T18:00',
    ],
    [
      'today when the day is over, urgent: at once',
      'urgent',
      '2026-11-21',
      '2026-11-21T20:00',
      '2026-11-21T20:30',
    ],
    ['a later day: by its evening', 'worry', '2026-11-25', '2026-11-21T20:00', '2026-11-25T18:00'],
  ] as const)('%s', (_case, urgency, when, now, due) => {
    expect(dueAt({ urgency, when }, at(now), terms)).toBe(at(due).toISOString())
  })
})

describe('claimVisit', () => {
  it('is one act for one helper, and taken for another', () => {
    expect(claimVisit(claimed, helper, move)).toBe(claimed)
    expect(() => claimVisit(claimed, { ...helper, openid: 'o-second' }, move)).toThrow('VISIT_TAKEN')
  })

  it('forgets an earlier report when somebody goes again', () => {
    const report = { outcome: 'noAnswer' as const, note: null, at: NOW.toISOString() }
    expect(claimVisit(aVisit({ state: 'escalated', report }), helper, move)).toMatchObject({
      report: null,
      state: 'claimed',
    })
  })
})

describe('isReleasableBy', () => {
  it.each(visitStates)('of a helper’s own visit that is %s, as the table of states says', (state) => {
    const own = { ...claimed, state }
    expect(isReleasableBy(own, 'o-volunteer')).toBe(state === 'claimed' || state === 'onSite')
    expect(isReleasableBy(own, 'o-former')).toBe(false)
  })
})

describe('releaseVisit', () => {
  it('frees the visit for somebody else, once', () => {
    const released = releaseVisit(claimed, 'o-volunteer', move)
    expect(released).toMatchObject({ state: 'open', helper: null })
    expect(releaseVisit(released, 'o-volunteer', move)).toBe(released)
  })

  it('takes it from the next helper only as a coordinator', () => {
    expect(() => releaseVisit(claimed, 'o-former', move)).toThrow('WRONG_STATE')
    expect(releaseVisit(claimed, 'o-boss', { by: coordinator, now: NOW }).state).toBe('open')
  })
})

describe('reportVisit', () => {
  const found = { outcome: 'well' as const, note: null }
  const reported = reportVisit(claimed, found, move)

  it('is one act, also when the report has been read since', () => {
    expect(reportVisit(reported, found, move)).toBe(reported)
    const closed = { ...reported, state: 'closed' as const }
    expect(reportVisit(closed, found, move)).toBe(closed)
  })

  it('is refused when it says something else', () => {
    expect(() => reportVisit(reported, { ...found, note: '还好' }, move)).toThrow('WRONG_STATE')
  })
})

describe('visitFor', () => {
  const hers: Actor = { name: '王秀英', role: 'elder', relation: null, channel: 'app' }
  const asked = aVisit({ askedBy: hers, history: [{ state: 'open', at: NOW.toISOString(), by: hers }] })
  const readers = {
    family: aRelative('o-daughter', anElder()),
    clerk: aMember('o-clerk', 'clerk', 'st-one'),
    coordinator: aMember('o-coordinator', 'coordinator', 't-east'),
    volunteer: aMember('o-volunteer', 'volunteer', DISTRICT),
    otherClerk: aMember('o-other', 'clerk', 'st-two'),
    kitchen: aMember('o-kitchen', 'kitchen', 'st-one'),
  }

  it.each(['family', 'clerk', 'coordinator'] as const)('shows name and room to %s', (reader) => {
    expect(visitFor(asked, readers[reader])).toMatchObject({
      elderName: '王秀英',
      address: '长江路 18 弄 2 号 301 室',
    })
  })

  it.each(['volunteer', 'otherClerk', 'kitchen'] as const)(
    'shows %s how people call her and the building',
    (reader) => {
      const seen = visitFor(asked, readers[reader])
      expect(seen.address).toBe('长江路 18 弄 2 号')
      expect(JSON.stringify({ ...seen, district: '' })).toContain('王奶奶')
      expect([seen.elderName, seen.askedBy.name, seen.history[0]?.by.name]).toEqual([
        '王奶奶',
        '王奶奶',
        '王奶奶',
      ])
    },
  )

  it.each([
    ['claimed', true],
    ['onSite', true],
    ['reported', false],
    ['closed', false],
  ] as const)('shows its helper the room while it is %s: %s', (state, sees) => {
    expect(visitFor(aVisit({ state, helper }), readers.volunteer).address.includes('301')).toBe(sees)
  })
})

describe('visitShown', () => {
  it('is the awaited one that is due first, else today’s last report, else none', () => {
    const report = { outcome: 'well' as const, note: null, at: NOW.toISOString() }
    const done = aVisit({ id: 'v-done', state: 'reported', report })
    const soon = aVisit({ id: 'v-soon', dueAt: '2026-11-21T01:00:00.000Z' })
    const later = aVisit({ id: 'v-later', dueAt: '2026-11-25T01:00:00.000Z' })
    const gone = aVisit({ id: 'v-gone', state: 'cancelled', dueAt: '2026-11-20T01:00:00.000Z' })
    expect(visitShown([done, later, soon, gone], NOW)?.id).toBe('v-soon')
    expect(visitShown([gone, done], NOW)?.id).toBe('v-done')
    expect(visitShown([gone], NOW)).toBeNull()
    expect(visitShown([done], new Date('2026-11-22T00:00:00Z'))).toBeNull()
  })
})

describe('queuedVisits', () => {
  const account = aMember('o-volunteer', 'volunteer', DISTRICT)
  const walking = { metresPerMinute: 55, detourFactor: 1.35 }
  const here = { lng: 120.6, lat: 31.3 }
  const report = (outcome: 'well' | 'emergency') => ({ outcome, note: null, at: NOW.toISOString() })

  it('lists tasks, calling reports, doors by distance, other reports', () => {
    const visits = [
      aVisit({ id: 'read-later', state: 'reported', report: report('well') }),
      aVisit({ id: 'far', place: { lng: 120.62, lat: 31.3 } }),
      aVisit({ id: 'near', place: { lng: 120.601, lat: 31.3 } }),
      aVisit({ id: 'call', state: 'reported', report: report('emergency') }),
      aVisit({ id: 'mine', state: 'claimed', helper, place: { lng: 120.63, lat: 31.3 } }),
    ]
    const ids = queuedVisits(visits, { account, from: here, walking }).map((visit) => visit.id)
    expect(ids).toEqual(['mine', 'call', 'near', 'far', 'read-later'])
  })

  it('goes by due dates where nothing is known of the way', () => {
    const visits = [aVisit({ id: 'later', dueAt: '2026-11-23T00:00:00.000Z' }), aVisit({ id: 'sooner' })]
    const listed = queuedVisits(visits, { account, from: null, walking })
    expect(listed.map((visit) => [visit.id, visit.metres])).toEqual([
      ['sooner', 0],
      ['later', 0],
    ])
  })
})
