import type { Payer } from '#types/payers'

/** Who gives the money of a line, before 出. */
export const payerWord: Record<Payer, string> = {
  elder: '老人',
  station: '驿站',
  town: '街道（镇）',
  district: '区里',
  city: '市里',
  state: '国家',
}
