import fc from 'fast-check'
import {
  addedPrice,
  minutesPrice,
  minutesWithin,
} from '../../../../cloudfunctions/_domain/policies/care/money'
import type { Rounding } from '../../../../types/policies'

const rounding = (mode: Rounding['mode'], to: Rounding['to'] = 'fen'): Rounding => ({ mode, to })

describe('minutesPrice', () => {
  it.each([
    [50, 2000, rounding('down'), 1666],
    [50, 2000, rounding('up'), 1667],
    [50, 2000, rounding('halfUp'), 1667],
    [10, 2000, rounding('halfUp'), 333],
    [50, 2000, rounding('down', 'jiao'), 1660],
    [50, 2000, rounding('halfUp', 'yuan'), 1700],
    [3, 10, rounding('halfUp'), 1],
    [480, 2000, rounding('up', 'yuan'), 16_000],
  ])('%i minutes at %i fen an hour, %o: %i', (minutes, hourPrice, how, price) => {
    expect(minutesPrice(minutes, hourPrice, how)).toBe(price)
  })
})

describe('prices of minutes', () => {
  const how = fc.record({
    mode: fc.constantFrom<Rounding['mode']>('down', 'up', 'halfUp'),
    to: fc.constantFrom<Rounding['to']>('fen', 'jiao', 'yuan'),
  })
  const prices = fc.integer({ min: 1, max: 100_000_000 })

  it('are cut from the exact price', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), prices, how, (minutes, hourPrice, { mode, to }) => {
        const unit = { fen: 1n, jiao: 10n, yuan: 100n }[to] * 60n
        const exact = BigInt(minutes) * BigInt(hourPrice)
        const cut = { down: exact, up: exact + unit - 1n, halfUp: exact + unit / 2n }[mode] / unit
        expect(BigInt(minutesPrice(minutes, hourPrice, { mode, to }))).toBe((cut * unit) / 60n)
      }),
      { seed: 20261122 },
    )
  })

  it('of minutes within a sum are the most that fit', () => {
    const some = fc.integer({ min: 0, max: 600 })
    fc.assert(
      fc.property(some, some, some, how, (wanted, already, tens, rounded) => {
        const price = { hourPrice: 2000, rounding: rounded }
        const fits = minutesWithin(tens * 10, { wanted, already, ...price })
        expect(fits).toBeLessThanOrEqual(wanted)
        expect(addedPrice(fits, already, price)).toBeLessThanOrEqual(tens * 10)
        if (fits < wanted) expect(addedPrice(fits + 1, already, price)).toBeGreaterThan(tens * 10)
      }),
      { seed: 20261122 },
    )
  })
})
