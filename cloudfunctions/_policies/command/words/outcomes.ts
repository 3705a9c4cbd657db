import { answerWord } from '#types/words/policies/answers'
import { factWord } from '#types/words/policies/facts'
import { serviceOutcomeWord } from '#types/words/policies/service-outcomes'
import { shortfallWord } from '#types/words/policies/shortfalls'
import { yuan } from '../../../_domain/policies/words/yuan'
import { leavesOf } from '../differences'

const names: Record<string, string> = {
  answer: '答复',
  subsidy: '补贴',
  discount: '优惠',
  delivery: '送餐费',
  pays: '自付',
  operator: '助餐点得到',
  missing: '还不知道',
  lines: '各条',
  minutes: '分钟',
  amount: '金额',
  services: '服务',
  counts: '次数',
  usedMinutes: '用去',
  paid: '政府付',
  selfPays: '自付',
  months: '各月',
  left: '剩下',
  inTime: '来得及',
  firstPossible: '最早',
  tooFar: '太远不送',
  voucher: '抵扣',
  bills: '各单',
  outcome: '结果',
  borrowed: '借用',
  why: '原因',
}

const money = new Set([
  'subsidy',
  'discount',
  'delivery',
  'pays',
  'operator',
  'amount',
  'paid',
  'selfPays',
  'voucher',
  'bills',
])
const time = new Set(['minutes', 'usedMinutes', 'borrowed'])

/** Whether there is a right, what becomes of a service, and why. */
const words: Record<string, string> = { ...answerWord, ...serviceOutcomeWord, ...shortfallWord }

/** Whether sums that may be either are minutes. */
interface Units {
  isMinutes: boolean
}

/** A result on one line: `补贴 5.00 元，自付 13.00 元`. */
export const outcomeWords = (outcome: object, units: Units): string =>
  [...leavesOf(outcome).values()]
    .map(({ path, value }) => `${pathWords(path)} ${valueWords(path, value, units)}`)
    .join('，')

/** Which figure is meant. */
export function pathWords(path: readonly (string | number)[]): string {
  const [first, ...rest] = path
  const isOwnName = (first === 'lines' || first === 'counts') && rest.length > 0
  const parts = isOwnName ? rest : path
  const table = first === 'counts' ? words : names
  return parts
    .map((part) => (typeof part === 'number' ? `第 ${part + 1} 个` : (table[part] ?? part)))
    .join(' ')
}

/** A figure with its unit. */
export function valueWords(path: readonly (string | number)[], value: unknown, { isMinutes }: Units): string {
  if (value === undefined) return '没有'
  if (value === null) return '没有'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value))
    return (
      value
        .map((one) => (factWord as Partial<Record<string, string>>)[one] ?? words[one] ?? String(one))
        .join('、') || '没有'
    )
  if (path[0] === 'counts') return `${value} 次`
  if (typeof value !== 'number') return words[String(value)] ?? String(value)
  const last = String(path.filter((part) => part in names).at(-1) ?? '')
  if (time.has(last) || ((last === 'lines' || last === 'left') && isMinutes)) return `${value} 分钟`
  return money.has(last) || last === 'lines' || last === 'left' ? yuan(value) : String(value)
}
