import type { Owed, Settlement } from '#types/supervision'

export const sumOf = (owed: readonly Pick<Owed, 'amount'>[]): number =>
  owed.reduce((sum, { amount }) => sum + amount, 0)

/** What the bills, the elders and the payers come to, and whether these agree. Fen. */
interface Sums {
  toElder: number
  toOperator: number
  /** What is left of the bills after elders and payers; 0 where it adds up. */
  unexplained: number
  /** The table against the records; 0 where they agree. */
  difference: number
}

export function sumsOf(owed: readonly Owed[], control: Settlement['control']): Sums {
  const toElder = sumOf(owed.filter(({ to }) => to === 'elder'))
  const toOperator = sumOf(owed.filter(({ to }) => to === 'operator'))
  return {
    toElder,
    toOperator,
    unexplained: control.billed - control.elderPaid - toElder,
    difference: control.owed - toElder - toOperator,
  }
}
