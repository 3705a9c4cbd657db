import { eatsIn, homeOn } from '../../../../cloudfunctions/_domain/policies/terms/home'
import { anElder } from '../../builders'

const former = (townId: string, until: string) => ({
  district: 'quiet',
  townId,
  stationId: `st-${townId}`,
  until,
})

describe('homeOn', () => {
  const moved = anElder({
    townId: 't-new',
    formerHomes: [former('t-second', '2026-11-21'), former('t-first', '2026-06-30')],
  })

  it.each([
    ['2026-12-31', 't-new'],
    ['2026-11-22', 't-new'],
    ['2026-11-21', 't-second'],
    ['2026-07-01', 't-second'],
    ['2026-06-30', 't-first'],
    ['2000-01-01', 't-first'],
  ])('on %s is %s: the first day after a move counts as the new home', (on, townId) => {
    expect(homeOn(moved, on).townId).toBe(townId)
  })

  it('does not depend on the order in which former homes are kept', () => {
    const turned = { ...moved, formerHomes: [...moved.formerHomes].reverse() }
    for (const on of ['2026-01-01', '2026-07-01', '2026-11-22'])
      expect(homeOn(turned, on)).toEqual(homeOn(moved, on))
  })

  it('is where she lives for somebody who never moved', () => {
    expect(homeOn(anElder(), '1999-01-01')).toEqual({ district: 'quiet', townId: 't-east' })
  })
})

describe('eatsIn', () => {
  const home = { district: 'quiet', townId: 't-east' }

  it.each([
    ['her own town', { district: 'quiet', townId: 't-east' }, true, 0],
    ['another town of her district', { district: 'quiet', townId: 't-west' }, true, 1],
    ['another district of her city', { district: 'noisy', townId: 't-far' }, true, 2],
    ['another city', { district: 'noisy', townId: 't-far' }, false, 4],
  ])('%s', (_, table, isSameCity, expected) => {
    expect(eatsIn(home, table, isSameCity)).toBe(expected)
  })
})
