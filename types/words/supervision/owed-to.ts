import type { OwedTo } from '#types/supervision'

/** Whose the money of a settlement is. */
export const owedToWord: Record<OwedTo, string> = { elder: '老人补贴', operator: '运营补贴' }
