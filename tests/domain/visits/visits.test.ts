import {
  claimVisit,
  dueAt,
  isReleasableBy,
  releaseVisit,
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
const clerk: Actor = { ...volunteer, role: 'clerk' }
const move = { by: volunteer, now: NOW }
const claimed = aVisit({ state: 'claimed', helper })
const at = (local: string) => new Date(`${local}:00+08:00`)

describe('whenOf', () => {
  it('takes today in Shanghai, also a minute before and after midnight', () => {
    expect(whenOf({ urgency: 'hard', when: 'today' }, at('2026-11-21T23:59'), terms)).toBe('2026-11-21')
    expect(whenOf({ urgency: 'hard', when: 'today' }, at('2026-11-22T00:01'), terms)).toBe('2026-11-22')
    expect(whenOf({ urgency: 'hard', when: 'now' }, NOW, terms)).toBe('now')
  })

  it('takes what is urgent for now, and leaves it today where it was asked for today', () => {
    const urgent = (when: string) => whenOf({ urgency: 'urgent', when }, NOW, terms)
    expect(['2026-11-22', '2026-11-20', '2027-11-20', '2026-11-21', 'today'].map(urgent)).toEqual([
      'now',
      'now',
      'now',
      '2026-11-21',
      '2026-11-21',
    ])
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
    ['today, urgent: in half an hour', 'urgent', '2026-11-21', '2026-11-21T08:00', '2026-11-21T08:30'],
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

  it('keeps an earlier report apart when somebody goes again', () => {
    const escalated = aVisit({ state: 'escalated', report: { outcome: 'noAnswer' } })
    expect(claimVisit(escalated, helper, move)).toMatchObject({
      report: null,
      earlierReports: [{ outcome: 'noAnswer' }],
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

  it('takes it from the next helper only for whoever answers for the place', () => {
    expect(() => releaseVisit(claimed, 'o-former', move)).toThrow('WRONG_STATE')
    for (const by of [coordinator, clerk])
      expect(releaseVisit(claimed, 'o-boss', { by, now: NOW }).state).toBe('open')
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
