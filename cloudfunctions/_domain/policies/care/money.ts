import type { Rounding } from '#types/policies'

const UNITS = { fen: 1, jiao: 10, yuan: 100 } as const

/**
 * What so many minutes cost at the price of an hour, in whole fen, cut once as the policy rounds. Whole numbers throughout:
 * 50 minutes at 2,000 fen are 1,666 rounded down. For several services, price their minutes together.
 */
export function minutesPrice(minutes: number, hourPrice: number, { mode, to }: Rounding): number {
  const unit = UNITS[to] * 60
  const exact = minutes * hourPrice
  const part = exact % unit
  const whole = (exact - part) / unit
  const up = mode === 'up' ? part > 0 : mode === 'halfUp' && part * 2 >= unit
  return (up ? whole + 1 : whole) * UNITS[to]
}

/** What further minutes add to the price of those that a month has already, fen. All such additions make the month's price. */
export const addedPrice = (
  minutes: number,
  already: number,
  price: { hourPrice: number; rounding: Rounding },
): number =>
  minutesPrice(already + minutes, price.hourPrice, price.rounding) -
  minutesPrice(already, price.hourPrice, price.rounding)

/** The most of the wanted minutes whose added price is not above so many fen. */
export function minutesWithin(
  fen: number,
  { wanted, already, ...price }: { wanted: number; already: number; hourPrice: number; rounding: Rounding },
): number {
  let fits = 0
  let tooMany = wanted + 1
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2)
    if (addedPrice(middle, already, price) <= fen) fits = middle
    else tooMany = middle
  }
  return fits
}
