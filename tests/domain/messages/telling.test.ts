import type { MessageRecord } from '../../../cloudfunctions/_domain/messages/records'
import { MessageRecord as Shape } from '../../../cloudfunctions/_domain/messages/records'
import { attempted, messageOf, takenUp, tell, untold } from '../../../cloudfunctions/_domain/messages/telling'
import notices from '../../../cloudfunctions/_policies/notices.json'
import { noticeKinds } from '../../../types/notices'
import { aMessage, NOW } from '../builders'

const said = { page: 'pages/home/index', who: '王秀英', what: '午餐', at: NOW.toISOString(), state: '已确认' }
const happening = { district: 'quiet', elderId: 'e-wang', kind: 'visitAlarm' as const, ref: 'v-1' }
const due = (count: number, own: Partial<MessageRecord> = {}) =>
  aMessage({
    to: Array.from({ length: count }, (_, at) => ({ openid: `o-${at}`, as: 'asker', said, state: 'due' })),
    tries: 0,
    isLeft: true,
    claimedAt: NOW.toISOString(),
    ...own,
  })
const statesOf = ({ to }: Pick<MessageRecord, 'to'>) => to.map(({ state }) => state)

describe('tell', () => {
  const say = (as: string) => ({ ...said, what: as })

  it('names each once, as what the table names first, and never whoever did it', () => {
    const reach = {
      clerk: ['o-a'],
      coordinator: ['o-a', 'o-b'],
      elder: ['o-c'],
      family: ['o-c', 'o-d', null],
    }
    const telling = tell(happening, { by: 'o-b', reach, say, notices })
    expect(telling?.to.map(({ openid, said: { what } }) => [openid, what])).toEqual([
      ['o-a', 'clerk'],
      ['o-c', 'elder'],
      ['o-d', 'family'],
    ])
  })

  it('is nothing where nobody can be reached', () => {
    expect(tell(happening, { by: null, reach: { asker: ['o-a'], elder: [null] }, say, notices })).toBeNull()
  })

  it('makes a message of the shape in which it is kept', () => {
    const telling = tell(happening, { by: null, reach: { elder: ['o-c'] }, say, notices })
    if (!telling) throw new Error('nobody was told')
    const message = messageOf('m-1', telling, NOW, notices)
    expect(Shape.parse(message)).toEqual(message)
    expect(message).toMatchObject({ isUrgent: true, template: 'visit', isLeft: true, tries: 0 })
  })
})

describe('attempted', () => {
  it.each([
    ['sent', false, 0, 'sent'],
    ['refused', false, 0, 'refused'],
    ['refused', true, 0, 'refused'],
    ['noAnswer', false, 0, 'unknown'],
    ['noAnswer', true, 0, 'due'],
    ['noAnswer', true, notices.tries - 1, 'unknown'],
    ['failed', false, 0, 'due'],
    ['failed', false, notices.tries - 1, 'givenUp'],
    ['notTried', false, 0, 'due'],
    ['notTried', true, notices.tries - 1, 'givenUp'],
  ] as const)('is after %s (urgent: %s, %i tries before) %s', (attempt, isUrgent, tries, state) => {
    const after = attempted(due(1, { isUrgent, tries }), [attempt], notices)
    expect(statesOf(after)).toEqual([state])
    expect(after).toMatchObject({ tries: tries + 1, claimedAt: null, isLeft: state === 'due' })
  })

  it('leaves alone who was told before', () => {
    const [first, ...others] = due(3).to
    if (!first) throw new Error('nobody is due')
    const message = due(3, { to: [{ ...first, state: 'sent' }, ...others] })
    expect(statesOf(attempted(message, ['refused', 'sent'], notices))).toEqual(['sent', 'refused', 'sent'])
  })
})

describe('takenUp', () => {
  const later = new Date(NOW.getTime() + 600_000)

  it('sends nothing again that may have gone out, unless it is urgent', () => {
    expect(statesOf(takenUp(due(1), later))).toEqual(['unknown'])
    expect(statesOf(takenUp(due(1, { isUrgent: true }), later))).toEqual(['due'])
  })

  it('sends what was tried, failed and written down', () => {
    expect(statesOf(takenUp(due(1, { claimedAt: null, tries: 1 }), later))).toEqual(['due'])
  })
})

it('puts on the home page of everybody who has not got it, and of nobody else', () => {
  const states = ['due', 'sent', 'refused', 'unknown', 'givenUp', 'gone'] as const
  const to = states.map((state, at) => ({ openid: `o-${at}`, as: 'asker' as const, said, state }))
  expect(untold({ to })).toEqual(['o-0', 'o-2', 'o-3', 'o-4'])
})

it('has one row for each kind of notice, with words that somebody is told as', () => {
  expect(Object.keys(notices.kinds).sort()).toEqual([...noticeKinds].sort())
  const near = ['asker', 'elder', 'family', 'helper', 'helpers']
  const words = [...near, 'clerk', 'kitchen', 'manager', 'coordinator', 'supervisor']
  for (const { to, template } of Object.values(notices.kinds)) {
    expect(words).toEqual(expect.arrayContaining(to))
    expect(['meal', 'visit', 'application']).toContain(template)
  }
})
