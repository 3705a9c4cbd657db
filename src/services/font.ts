import { keep, kept } from '@/platform/storage'
import { wechatFontFactor } from '@/platform/wechat-font'
import { createStore, useStore } from './store'

/** The sizes that 我的 offers, with their names. */
export const fontChoices = [
  { factor: 1, word: '标准' },
  { factor: 1.2, word: '大' },
  { factor: 1.4, word: '更大' },
  { factor: 1.75, word: '最大' },
] as const

const largest = 1.75
const choice = createStore<number | null>(null)

function chosen(): number {
  const factor = choice.get() ?? Number(kept('font') ?? 1)
  return fontChoices.some((offered) => offered.factor === factor) ? factor : 1
}

export function chooseFont(factor: number): void {
  keep('font', String(factor))
  choice.set(factor)
}

/** What the person chose in the app. */
export function useFontChoice(): number {
  useStore(choice)
  return chosen()
}

/** By how much all type is enlarged: WeChat's setting times the app's, never beyond 1.75. */
export function useFontFactor(): number {
  return Math.min(largest, useFontChoice() * Math.max(1, wechatFontFactor()))
}
