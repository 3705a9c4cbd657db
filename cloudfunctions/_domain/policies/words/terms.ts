import type { CarePolicy, VoucherPolicy } from '#types/policies/care'
import type { MealPolicy } from '#types/policies/meal'
import { careWords } from './care'
import { conditionWords } from './conditions'
import { mealWords } from './meals'
import { type Said, said } from './said'
import { voucherWords } from './voucher'

type Policy = MealPolicy | CarePolicy | VoucherPolicy

/** Everything that a policy says beyond its name, its dates and its source. */
export function policyTerms(policy: Policy): Said[] {
  const { evidence } = policy
  return [
    ...ownCategories(policy),
    ...groups(policy),
    ...ofItsKind(policy),
    said(evidence === 'verified' ? '看过证件的才算；只是自己说的，先不给，写明还要看什么' : '自己说的也算'),
    ...settings(policy),
  ]
}

function ofItsKind(policy: Policy): Said[] {
  if (policy.kind === 'meal') return mealWords(policy)
  return policy.kind === 'care' ? careWords(policy) : voucherWords(policy)
}

function ownCategories({ categories }: Policy): Said[] {
  const rows = Object.entries(categories).map(([code, { label, bring }]) => {
    const papers = `要带：${bring.join('、') || '没有写'}`
    return { cells: [code, label, papers], sentence: `${label}，${papers}` }
  })
  return rows.length > 0 ? [said('本区自定的类别', { rows })] : []
}

function groups(policy: Policy): Said[] {
  const rows = Object.entries(policy.groups).map(([code, { label, who }]) => {
    const words = conditionWords(who, policy)
    return { cells: [code, label, words], sentence: `${label}：${words}` }
  })
  return rows.length > 0 ? [said('分组', { rows })] : []
}

function settings(policy: Policy): Said[] {
  const rows = Object.entries(policy.settings).map(([code, words]) => ({
    cells: [code, words],
    sentence: words,
  }))
  return rows.length > 0 ? [said('原文没有说、先这样定的', { rows })] : []
}
