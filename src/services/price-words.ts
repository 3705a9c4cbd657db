import type { Payer, PriceLine } from '#types/meals'
import { money, payerWord } from './words'

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

/** One line as the table of a bill: 菜单价 18 元, 基本养老服务对象补贴 减 5 元. The elder's own part is no line of it. */
export function billRows(lines: readonly PriceLine[]): { name: string; value: string; isGood?: boolean }[] {
  return lines.flatMap(({ kind, label, amount }) => {
    if (kind === 'selfPay') return []
    if (kind === 'list') return [{ name: '菜单价', value: money(amount) }]
    if (kind === 'delivery') return [{ name: label, value: money(amount) }]
    return [{ name: label, value: `减 ${money(amount)}`, isGood: true }]
  })
}

/** A line in a sentence of its own: 基本养老服务对象补贴：区里出 5 元. */
export function lineWord({ kind, label, payer, amount }: PriceLine, elderWord: string): string {
  if (kind === 'list') return `${label}，菜单上是 ${money(amount)}`
  if (kind === 'delivery') return `${label}，加 ${money(amount)}`
  if (kind === 'selfPay') return `剩下的 ${money(amount)}，${elderWord}自己付`
  return `${label}，${giver(payer, elderWord)}出 ${money(amount)}`
}
