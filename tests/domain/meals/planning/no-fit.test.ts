import { isCancellable } from '../../../../cloudfunctions/_domain/meals/cancelling'
import { mayNotFit } from '../../../../cloudfunctions/_domain/meals/planning/no-fit'
import type { NoFit } from '../../../../types/meals/misfits'
import { anOrder, aSitting, NOW, TODAY, TOMORROW } from '../../builders'

describe('mayNotFit', () => {
  const kitchenChange = {
    rev: 2,
    setId: 'fish',
    at: NOW.toISOString(),
    from: '红烧鱼套餐',
    was: [],
    dishes: [],
    reason: null,
  }

  it.each<[string, Parameters<typeof aSitting>[0], Parameters<typeof anOrder>[0]?]>([
    ['is closed', { state: 'closed' }],
    ['was never opened', { state: 'new' }],
    ['begins at another time', { startsAt: '2026-11-22T02:45:00.000Z' }],
    ['is not served in that way', { modes: ['delivery'] }],
    ['has no such set', { sets: [] }],
    ['has fewer seats than are taken', { seatsLeft: -1 }],
    ['has fewer portions than are taken', { portionsLeft: -1 }],
    ['has the set of other dishes', {}, { kitchenChange }],
  ])('is worth looking at where its sitting %s', (_, sitting, order = {}) => {
    expect(mayNotFit(anOrder(order), aSitting(sitting))).toBe(true)
  })

  it('is so where there is no sitting, and not where all of it is as it was', () => {
    expect(mayNotFit(anOrder(), undefined)).toBe(true)
    expect(mayNotFit(anOrder(), aSitting({ seatsLeft: 0, portionsLeft: 0 }))).toBe(false)
    expect(mayNotFit(anOrder({ setId: 'greens', kitchenChange }), aSitting())).toBe(false)
  })
})

describe('isCancellable', () => {
  const late = anOrder({ date: TODAY, cancelUntil: NOW.toISOString() })

  it.each<[NoFit['why'] | null, today: boolean, yesterday: boolean]>([
    [null, false, false],
    ['closed', true, true],
    ['day', true, false],
    ['clash', true, false],
    ['mode', true, false],
    ['set', true, false],
    ['time', true, false],
    ['seats', true, false],
    ['portions', true, false],
  ])('lets what is late go where %s: %s, and of yesterday %s', (why, today, yesterday) => {
    expect(isCancellable(late, { why, now: NOW })).toBe(today)
    expect(isCancellable({ ...late, date: '2026-11-20' }, { why, now: NOW })).toBe(yesterday)
  })

  it('lets everything go until then', () => {
    expect(isCancellable(anOrder({ date: TOMORROW }), { why: null, now: NOW })).toBe(true)
  })
})
