import type { PriceLine } from '#types/meals/prices'
import type { Payer } from '#types/payers'
import { payerWord } from '#types/words/payers'
import { money } from './words'

/** 区里, 妈妈; a discount that nobody in particular gives comes from the station. */
const giver = (payer: Payer | null, elderWord: string): string => {
  if (payer === null) return payerWord.station
  return payer === 'elder' ? elderWord : payerWord[payer]
}

/** Who gives how much, each payer once: 区里出 5 元，妈妈出 13 元. Empty when the elder pays it all. */
export function sharesWord(lines: readonly PriceLine[], elderWord: string): string {
  const shares = new Map<string, number>()
  for (const { kind, payer, amount } of lines) {
    if (kind === 'list' || kind === 'delivery') continue
    const name = giver(payer, elderWord)
    shares.set(name, (shares.get(name) ?? 0) + amount)
  }
  if (shares.size < 2) return ''
  return [...shares].map(([name, amount]) => `${name}出 ${money(amount)}`).join('，')
}

/**
 * What a bill adds and takes off: 菜单价 18 元, 送餐费 加 2 元, 驿站优惠 减 1 元, 特困补贴 减 5 元. The elder's own part is no
 * line of it; lines of one kind and name are one.
 */
export function billRows(lines: readonly PriceLine[]): { name: string; value: string; isGood?: boolean }[] {
  const rows = new Map<string, { kind: PriceLine['kind']; amount: number }>()
  for (const { kind, label, amount } of lines) {
    if (kind === 'selfPay') continue
    const name = kind === 'list' ? '菜单价' : label
    rows.set(name, { kind, amount: (rows.get(name)?.amount ?? 0) + amount })
  }
  return [...rows].map(([name, { kind, amount }]) => {
    if (kind === 'list') return { name, value: money(amount) }
    if (kind === 'delivery') return { name, value: `加 ${money(amount)}` }
    return { name, value: `减 ${money(amount)}`, isGood: true }
  })
}

/** A line in a sentence of its own: 基本养老服务对象补贴，区里出 5 元. */
export function lineWord({ kind, label, payer, amount }: PriceLine, elderWord: string): string {
  if (kind === 'list') return `${label}，菜单上是 ${money(amount)}`
  if (kind === 'delivery') return `${label}，加 ${money(amount)}`
  if (kind === 'selfPay') return `剩下的 ${money(amount)}，${elderWord}自己付`
  if (kind === 'discount') return `${label}，${giver(payer, elderWord)}便宜 ${money(amount)}`
  return `${label}，${giver(payer, elderWord)}出 ${money(amount)}`
}
