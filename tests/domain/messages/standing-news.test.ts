import { readWith, standingNews } from '../../../cloudfunctions/_domain/messages/standing-news'
import type { Notice } from '../../../types/notices'

const aNotice = (id: string, own: Partial<Notice> = {}): Notice => ({
  id,
  kind: 'visitUrgent',
  elderId: 'e-wang',
  ref: 'v-1',
  at: `2026-11-21T0${id}:00:00.000Z`,
  ...own,
})
const ids = (notices: readonly Notice[]) => notices.map(({ id }) => id)

describe('standingNews', () => {
  it('is of one visit and of one meal the last, in whatever order they came', () => {
    const kept = [
      aNotice('3', { kind: 'visitReported' }),
      aNotice('1'),
      aNotice('4', { kind: 'orderRefused', ref: 'o-1' }),
      aNotice('2', { kind: 'orderConfirmed', ref: 'o-1' }),
    ]
    expect(ids(standingNews(kept))).toEqual(['3', '4'])
  })

  it('is all of what is about different visits, or happened at once', () => {
    expect(ids(standingNews([aNotice('1'), aNotice('2', { ref: 'v-2' })]))).toEqual(['1', '2'])
    const { at } = aNotice('1')
    expect(ids(standingNews([aNotice('1'), aNotice('2', { at })]))).toEqual(['1', '2'])
  })

  it.each(['ordersUnanswered', 'ordersToTell', 'askedToBeLetIn', 'registeredByKin'] as const)(
    'counts each %s, though all are about one station',
    (kind) => {
      const kept = ['1', '2'].map((id) => aNotice(id, { kind, ref: 'st-one' }))
      expect(ids(standingNews(kept))).toEqual(['1', '2'])
    },
  )
})

describe('readWith', () => {
  it('takes what stood behind a notice with it, and nothing that came since', () => {
    const kept = [aNotice('1'), aNotice('2', { kind: 'visitAlarm' }), aNotice('3', { kind: 'visitEased' })]
    expect(readWith(['2'], kept)).toEqual(['2', '1'])
    expect(readWith(['7'], kept)).toEqual(['7'])
    expect(readWith(['2'], [...kept, aNotice('0', { ref: 'v-2' })])).toEqual(['2', '1'])
  })
})
