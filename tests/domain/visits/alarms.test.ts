import {
  abandonedBefore,
  alarmingFirst,
  alarmOf,
  isAbandoned,
} from '../../../cloudfunctions/_domain/visits/alarms'
import type { VisitRecord } from '../../../cloudfunctions/_domain/visits/records'
import { reportVisit } from '../../../cloudfunctions/_domain/visits/reports'
import {
  askAgain,
  cancelVisit,
  claimVisit,
  escalateVisit,
  moveVisit,
  releaseVisit,
} from '../../../cloudfunctions/_domain/visits/visits'
import terms from '../../../cloudfunctions/_policies/visits.json'
import type { Actor } from '../../../types/actors'
import { visitStates } from '../../../types/states'
import { aVisit, aVisitReport, clerk, NOW } from '../builders'
import { closeSeen } from './closing'

const helper = { openid: 'o-volunteer', name: '赵强', kind: 'partyMember' as const }
const volunteer: Actor = { name: '赵强', role: 'volunteer', relation: null, channel: 'app' }
const move = { by: volunteer, now: NOW }
const by = { by: clerk, now: NOW }
const found = (outcome: 'well' | 'noAnswer' | 'emergency' | 'needsFound' | 'refused') => ({
  outcome,
  note: null,
  ambulanceCalled: null,
  isHeld: false,
})
const hours = (away: number) => new Date(NOW.getTime() + away * 3600_000).toISOString()

describe('alarmOf', () => {
  const rows: [string, Partial<VisitRecord>, ReturnType<typeof alarmOf>][] = [
    ['urgent while nobody goes', { state: 'open' }, 'urgent'],
    ['urgent while somebody goes', { state: 'claimed' }, 'urgent'],
    ['urgent while somebody is there', { state: 'onSite' }, 'urgent'],
    ['urgent after it was passed on', { state: 'escalated' }, 'urgent'],
    ['nothing of an open visit that is not urgent', { state: 'open', urgency: 'hard' }, null],
    ['that nobody came', { state: 'escalated', urgency: 'hard' }, 'unanswered'],
    ['an emergency', { state: 'reported', report: aVisitReport({ outcome: 'emergency' }) }, 'emergency'],
    ['a shut door', { state: 'reported', report: aVisitReport({ outcome: 'noAnswer' }) }, 'noAnswer'],
    [
      'a shut door that was passed on',
      { state: 'escalated', report: aVisitReport({ outcome: 'noAnswer' }) },
      'noAnswer',
    ],
    ['nothing of an urgent visit that went well', { state: 'reported', report: aVisitReport() }, null],
    ['a need', { state: 'reported', report: aVisitReport({ outcome: 'needsFound' }) }, 'needsFound'],
    [
      'urgent rather than a need that was found before',
      { state: 'claimed', earlierReports: [aVisitReport({ outcome: 'needsFound' })] },
      'urgent',
    ],
    [
      'the later of two reports',
      { state: 'reported', report: aVisitReport(), earlierReports: [aVisitReport({ outcome: 'emergency' })] },
      null,
    ],
    [
      'a need that was found before she was seen to be well',
      {
        state: 'reported',
        report: aVisitReport(),
        earlierReports: [aVisitReport({ outcome: 'needsFound' })],
      },
      'needsFound',
    ],
    [
      'an emergency though she wants nobody since',
      {
        state: 'reported',
        report: aVisitReport({ outcome: 'refused' }),
        earlierReports: [aVisitReport({ outcome: 'emergency' })],
      },
      'emergency',
    ],
    [
      'nothing of what was dealt with before something calm was seen',
      {
        state: 'reported',
        report: aVisitReport({ at: hours(2) }),
        earlierReports: [aVisitReport({ outcome: 'needsFound' })],
        settlings: [{ alarm: 'needsFound', note: '送了药', at: hours(1), by: clerk }],
      },
      null,
    ],
    [
      'an emergency also while somebody else goes',
      { state: 'claimed', earlierReports: [aVisitReport({ outcome: 'emergency' })] },
      'emergency',
    ],
    [
      'a shut door also while somebody else goes',
      { state: 'open', urgency: 'hard', earlierReports: [aVisitReport({ outcome: 'noAnswer' })] },
      'noAnswer',
    ],
  ]
  it.each(rows)('is %s', (_case, own, alarm) => {
    expect(alarmOf({ ...aVisit(), ...own })).toBe(alarm)
  })

  it.each(['closed', 'cancelled'] as const)('is nothing once it is %s, whatever was found', (state) => {
    expect(alarmOf({ ...aVisit(), state, report: aVisitReport({ outcome: 'emergency' }) })).toBeNull()
  })
})

describe('every change of a visit', () => {
  const open = aVisit({ urgency: 'hard' })
  const claimed = claimVisit(aVisit(), helper, move)
  const reported = (outcome: 'well' | 'noAnswer' | 'emergency') =>
    reportVisit(claimed, found(outcome), move, terms)
  const changes: [string, VisitRecord, VisitRecord['alarm']][] = [
    [
      'asking again',
      askAgain(
        open,
        { urgency: 'urgent', reason: '摔了', reasonHeld: false },
        { by: open.askedBy, now: NOW, terms },
      ),
      'urgent',
    ],
    ['claiming', claimVisit(open, helper, move), null],
    ['claiming what is urgent', claimed, 'urgent'],
    ['arriving', moveVisit(claimed, 'arrive', move), 'urgent'],
    ['giving back', releaseVisit(claimed, helper.openid, move), 'urgent'],
    ['reporting that all is well', reported('well'), null],
    ['reporting an emergency', reported('emergency'), 'emergency'],
    ['correcting', reportVisit(reported('noAnswer'), found('well'), move, terms), null],
    ['correcting for the worse', reportVisit(reported('well'), found('emergency'), move, terms), 'emergency'],
    ['passing on', escalateVisit(open, by), 'unanswered'],
    ['closing', closeSeen(reported('emergency'), '家人已经到了', by), null],
    ['taking back', cancelVisit(claimed, by), null],
  ]
  it.each(changes)('keeps the alarm in step: %s', (_case, visit, alarm) => {
    expect(visit.alarm).toBe(alarm)
    expect(visit.alarm).toBe(alarmOf(visit))
  })
})

describe('escalateVisit', () => {
  it('passes on what is open, claimed, at the door or reported, once', () => {
    for (const state of visitStates) {
      const visit = aVisit({ state })
      const mayBe = ['open', 'claimed', 'onSite', 'reported', 'escalated'].includes(state)
      if (mayBe) expect(escalateVisit(visit, by).state).toBe('escalated')
      else expect(() => escalateVisit(visit, by)).toThrow('WRONG_STATE')
    }
    const escalated = escalateVisit(aVisit(), by)
    expect(escalateVisit(escalated, by)).toBe(escalated)
  })
})

describe('isAbandoned', () => {
  it.each(['urgent', 'hard', 'worry'] as const)('is so only after the hours of what is %s', (urgency) => {
    const limit = terms.abandonedAfterHours[urgency]
    const due = (late: number) => aVisit({ urgency, dueAt: hours(-late) })
    expect(isAbandoned(due(limit + 0.01), NOW, terms)).toBe(true)
    expect(isAbandoned(due(limit), NOW, terms)).toBe(false)
    expect(abandonedBefore(urgency, NOW, terms)).toBe(hours(-limit))
  })

  it('is about visits that somebody should go to, and no others', () => {
    const old = { dueAt: hours(-1000) }
    const abandoned = visitStates.filter((state) => isAbandoned(aVisit({ state, ...old }), NOW, terms))
    expect(abandoned).toEqual(['open', 'claimed', 'onSite'])
  })
})

describe('alarmingFirst', () => {
  it('puts the worst first, and of equals the latest; what is calm is not in it', () => {
    const report = (outcome: 'noAnswer' | 'emergency') => ({
      state: 'reported' as const,
      report: { outcome },
    })
    const visits = [
      aVisit({ id: 'calm', urgency: 'hard' }),
      aVisit({ id: 'unanswered', urgency: 'hard', state: 'escalated' }),
      aVisit({ id: 'urgent', dueAt: hours(1) }),
      aVisit({ id: 'shut', ...report('noAnswer') }),
      aVisit({ id: 'later', dueAt: hours(-2) }),
      aVisit({ id: 'late', dueAt: hours(-1) }),
      aVisit({ id: 'emergency', ...report('emergency') }),
    ]
    expect(alarmingFirst(visits, NOW).map(({ id }) => id)).toEqual([
      'emergency',
      'late',
      'later',
      'shut',
      'urgent',
      'unanswered',
    ])
  })
})
