import { tellReleased, tellUrgent } from '../../../cloudfunctions/_domain/messages/of-visits'
import notices from '../../../cloudfunctions/_policies/notices.json'
import walking from '../../../cloudfunctions/_policies/walking.json'
import { aVisit, NOW } from '../builders'

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
    ['after one that was reported', aVisit({ ...urgent, state: 'reported' }), []],
  ] as const)('tells %s, again whoever has just heard of it', (_, earlier, again) => {
    const about = { by: 'o-son', now: NOW, notices, walking, reach, placeOf: () => null }
    const telling = tellUrgent(aVisit(urgent), earlier, about)
    expect(telling?.to.filter(({ isAgain }) => isAgain).map(({ openid }) => openid)).toEqual(again)
  })
})
