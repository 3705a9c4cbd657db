import { isCounted, spentBy, whereWorthIt } from '../../../cloudfunctions/_domain/messages/grants'
import notices from '../../../cloudfunctions/_policies/notices.json'
import { type NoticeKind, noticeKinds } from '../../../types/notices'
import { aMember, aMessage, NOW } from '../builders'

const said = { page: 'pages/home/index', who: '王秀英', what: '午餐', at: NOW.toISOString(), state: '已确认' }
const once = { id: 'T1', isLong: false, fields: {} }
const long = { ...once, isLong: true }
const due = { openid: 'o-a', as: 'asker' as const, said, state: 'due' as const }
const about = (kind: NoticeKind) => aMessage({ kind, to: [due] })
const stateOf = (kind: NoticeKind, left: number | undefined, template: typeof once | null = once) => {
  const account = {
    ...aMember('o-a', 'clerk', 'st-one'),
    ...(left !== undefined && { grants: { T1: left } }),
  }
  return whereWorthIt(about(kind), { template, accounts: [account], notices }).to[0]?.state
}

const yesesFor = (kind: NoticeKind) =>
  notices.weights[notices.kinds[kind].weight as keyof typeof notices.weights]

describe('the weights of what is told', () => {
  it('are three, and each kind has one', () => {
    expect(notices.weights).toEqual({ must: 0, result: 1, step: 2 })
    for (const kind of noticeKinds) expect([0, 1, 2]).toContain(yesesFor(kind))
  })

  it('hold for what is urgent, whatever was counted', () => {
    const urgent = noticeKinds.filter((kind) => 'isUrgent' in notices.kinds[kind])
    expect(urgent.length).toBeGreaterThan(2)
    for (const kind of urgent) expect(yesesFor(kind)).toBe(0)
  })

  it('put of a visit the report above that somebody is on the way, and strangers below what she waits for', () => {
    for (const kind of ['visitClaimed', 'visitArrived', 'visitReleased'] as const) {
      expect(yesesFor(kind)).toBeGreaterThan(yesesFor('visitReported'))
      expect(yesesFor(kind)).toBe(2)
    }
    for (const kind of notices.ofStrangers as NoticeKind[]) expect(yesesFor(kind)).toBe(2)
  })
})

describe('whereWorthIt', () => {
  it.each([
    ['visitReported', 0, 'due'],
    ['visitReported', 1, 'due'],
    ['orderConfirmed', 0, 'kept'],
    ['orderConfirmed', 1, 'due'],
    ['visitClaimed', 0, 'kept'],
    ['visitClaimed', 1, 'kept'],
    ['visitClaimed', 2, 'due'],
    ['visitClaimed', undefined, 'due'],
    ['orderConfirmed', undefined, 'due'],
  ] as const)('leaves %s with %s yeses left %s', (kind, left, state) => {
    expect(stateOf(kind, left)).toBe(state)
  })

  it('counts nothing for a long-term template, and sends nothing without one', () => {
    expect(stateOf('visitClaimed', 0, long)).toBe('due')
    expect(stateOf('visitAlarm', 5, null)).toBe('kept')
    expect(isCounted(about('visitClaimed'), long, notices)).toBe(false)
    expect(isCounted(about('visitClaimed'), null, notices)).toBe(false)
    expect(isCounted(about('visitAlarm'), once, notices)).toBe(false)
    expect(isCounted(about('visitClaimed'), once, notices)).toBe(true)
  })

  it.each([
    [0, 'kept'],
    [1, 'kept'],
    [2, 'due'],
    [undefined, 'due'],
  ] as const)('leaves whoever is told again that it is urgent, with %s yeses left, %s', (left, state) => {
    const account = {
      ...aMember('o-a', 'clerk', 'st-one'),
      ...(left !== undefined && { grants: { T1: left } }),
    }
    const accounts = [account, { ...account, id: 'o-b', grants: { T1: 0 } }]
    const to = [
      { ...due, isAgain: true as const },
      { ...due, openid: 'o-b' },
    ]
    const message = aMessage({ kind: 'visitUrgent', to })
    const statesBy = (template: typeof once) =>
      whereWorthIt(message, { template, accounts, notices }).to.map((one) => one.state)
    expect(isCounted(message, once, notices)).toBe(true)
    expect(statesBy(once)).toEqual([state, 'due'])
    expect(isCounted(message, long, notices)).toBe(false)
    expect(statesBy(long)).toEqual(['due', 'due'])
  })

  it('looks at the count of that template alone, and leaves those as they are who are not due', () => {
    const account = { ...aMember('o-a', 'clerk', 'st-one'), grants: { T2: 0 } }
    const message = aMessage({ kind: 'visitClaimed', to: [due, { ...due, openid: 'o-b', state: 'sent' }] })
    const accounts = [account, { ...account, id: 'o-b', grants: { T1: 0 } }]
    const { to } = whereWorthIt(message, { template: once, accounts, notices })
    expect(to.map(({ state }) => state)).toEqual(['due', 'sent'])
  })
})

describe('spentBy', () => {
  it('names those whose message went out or was refused now, and not earlier', () => {
    const people = (...states: (typeof due.state | 'sent' | 'refused' | 'kept')[]) =>
      aMessage({ to: states.map((state, at) => ({ ...due, openid: `o-${at}`, state })) })
    const before = people('sent', 'due', 'due', 'due', 'refused')
    const after = people('sent', 'sent', 'refused', 'due', 'refused')
    expect(spentBy(before, after)).toEqual({ sent: ['o-1'], refused: ['o-2'] })
  })
})
