import {
  tellCalledOff,
  tellReleased,
  tellReported,
  tellUrgent,
} from '../../../cloudfunctions/_domain/messages/of-visits'
import { withAlarm } from '../../../cloudfunctions/_domain/visits/alarms'
import notices from '../../../cloudfunctions/_policies/notices.json'
import walking from '../../../cloudfunctions/_policies/walking.json'
import type { Outcome } from '../../../types/visits'
import { aVisit, aVisitReport, NOW } from '../builders'

const before = aVisit({
  state: 'claimed',
  helper: { openid: 'o-first', name: '某人', kind: 'neighbour' },
  called: ['o-first', 'o-second'],
})
const released = aVisit({ called: ['o-second', 'o-new'] })
const reach = {
  clerk: ['o-clerk'],
  coordinator: ['o-coordinator'],
  helpers: ['o-second', 'o-new'],
  elder: ['o-wang'],
  family: ['o-daughter', 'o-viewer'],
}

describe('tellReleased', () => {
  it('tells again all who knew that it is urgent, and a helper called now for the first time', () => {
    const about = { by: 'o-first', now: NOW, notices, walking, reach, placeOf: () => null }
    const tellings = tellReleased(before, released, about)
    expect(
      tellings.map(({ kind, to }) => [kind, to.map((one) => [one.openid, one.isAgain ?? false])]),
    ).toEqual([
      ['visitReleased', [['o-daughter', false]]],
      [
        'visitUrgent',
        [
          ['o-clerk', true],
          ['o-coordinator', true],
          ['o-second', true],
          ['o-new', false],
          ['o-wang', true],
          ['o-viewer', true],
        ],
      ],
    ])
  })

  it('tells nobody else of what is not urgent', () => {
    const calm = aVisit({ ...before, report: null, urgency: 'hard' })
    const tellings = tellReleased(calm, calm, { by: 'o-first', now: NOW, notices, walking })
    expect(tellings.map(({ kind }) => kind)).toEqual(['visitReleased'])
  })
})

describe('tellUrgent', () => {
  const by = { name: '某人', role: 'family' as const, relation: null, channel: 'app' as const }
  const cancelled = (minutesAgo: number) => {
    const at = new Date(NOW.getTime() - minutesAgo * 60_000).toISOString()
    return aVisit({ ...urgent, id: 'v-0', state: 'cancelled', history: [{ state: 'cancelled', at, by }] })
  }
  const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000).toISOString()
  const urgent = { urgency: 'urgent' as const, called: ['o-second'] }
  it.each([
    ['first of all', null, []],
    [
      'with more words',
      aVisit(urgent),
      ['o-clerk', 'o-coordinator', 'o-second', 'o-wang', 'o-daughter', 'o-viewer'],
    ],
    ['become so', aVisit({ urgency: 'hard' }), []],
    [
      'soon after one was called off',
      cancelled(notices.againWithin - 1),
      ['o-clerk', 'o-coordinator', 'o-second', 'o-wang', 'o-daughter', 'o-viewer'],
    ],
    ['later than that', cancelled(notices.againWithin + 1), []],
    [
      'soon after one, though something calmer was asked for and called off since',
      { ...cancelled(1), urgency: 'hard' as const, urgentAt: minutesAgo(notices.againWithin - 1) },
      ['o-clerk', 'o-coordinator', 'o-second', 'o-wang', 'o-daughter', 'o-viewer'],
    ],
    [
      'long after one, and soon after something calmer',
      { ...cancelled(1), urgency: 'hard' as const, urgentAt: minutesAgo(notices.againWithin + 1) },
      [],
    ],
    ['after one that was reported', aVisit({ ...urgent, state: 'reported' }), []],
  ] as const)('tells %s, again whoever has just heard of it', (_, earlier, again) => {
    const about = { by: 'o-son', now: NOW, notices, walking, reach, placeOf: () => null }
    const telling = tellUrgent(aVisit(urgent), earlier, about)
    expect(telling?.to.filter(({ isAgain }) => isAgain).map(({ openid }) => openid)).toEqual(again)
  })
})

describe('tellCalledOff', () => {
  it('is told at any cost only to whoever is on the way', () => {
    const visit = aVisit({ ...before, state: 'cancelled', urgency: 'urgent' })
    const telling = tellCalledOff(visit, { by: 'o-daughter', now: NOW, notices, reach })
    expect(telling?.to.map((one) => [one.openid, one.isAgain ?? false])).toEqual([
      ['o-first', false],
      ['o-second', true],
      ['o-clerk', true],
      ['o-coordinator', true],
      ['o-wang', true],
      ['o-viewer', true],
    ])
  })
})

describe('tellReported', () => {
  const found = (outcome: Outcome, minutesAgo: number) =>
    aVisitReport({
      outcome,
      at: new Date(NOW.getTime() - minutesAgo * 60_000).toISOString(),
      by: `赵 ${minutesAgo}`,
    })
  const soon = notices.againWithin - 1
  const late = notices.againWithin + 1
  it.each([
    ['an emergency', 'emergency', [], false],
    ['the same emergency', 'emergency', [['emergency', soon]], true],
    ['the same, long after it', 'emergency', [['emergency', late]], false],
    ['an emergency after a door that nobody opened', 'emergency', [['noAnswer', soon]], false],
    ['a door that nobody opened after an emergency', 'noAnswer', [['emergency', soon]], true],
    ['that all is well after an alarm', 'well', [['noAnswer', soon]], false],
    [
      'that all is well, twice',
      'well',
      [
        ['noAnswer', soon],
        ['well', 1],
      ],
      true,
    ],
    [
      'an alarm once more after all was well',
      'noAnswer',
      [
        ['noAnswer', soon],
        ['well', 1],
      ],
      true,
    ],
    ['a need after all was well', 'needsFound', [['well', 1]], false],
  ] as const)('tells %s: as of the same %s', (_, outcome, earlier, isAgain) => {
    const reports = earlier.map(([what, minutes]) => found(what, minutes))
    const visit = aVisit({ ...before, state: 'reported', urgency: 'urgent' })
    const was = withAlarm({ ...visit, report: reports.at(-1) ?? null, earlierReports: reports.slice(0, -1) })
    const is = withAlarm({ ...visit, report: found(outcome, 0), earlierReports: reports })
    const telling = tellReported(is, was, { by: 'o-first', now: NOW, notices, reach })
    expect(telling?.to.map((one) => one.isAgain ?? false)).toEqual(telling?.to.map(() => isAgain))
    expect(telling?.to.length).toBeGreaterThan(0)
  })

  it('counts what somebody writes beside it', () => {
    const visit = aVisit({ ...before, state: 'claimed', urgency: 'urgent', report: null })
    const was = withAlarm({ ...visit, earlierReports: [found('noAnswer', 5)] })
    const is = withAlarm({ ...was, earlierReports: [found('noAnswer', 5), found('emergency', 0)] })
    const about = { by: 'o-first', now: NOW, notices, reach }
    expect(tellReported(is, was, about)?.to.some((one) => one.isAgain)).toBe(false)
    const again = withAlarm({
      ...is,
      earlierReports: [...is.earlierReports, { ...found('emergency', 0), by: '钱' }],
    })
    expect(tellReported(again, is, about)?.to.every((one) => one.isAgain)).toBe(true)
  })
})
