import { policyKinds } from '#types/policies'
import { CarePolicy, VoucherPolicy } from '#types/policies/care'
import { MealPolicy } from '#types/policies/meal'
import { policyKindWord } from '#types/words/policies/kinds'
import { careFaults } from './checks/care'
import type { Fault } from './checks/faults'
import { mealFaults } from './checks/meal'
import { isTooDeep } from './checks/sizes'
import { voucherFaults } from './checks/voucher'

type Policy = MealPolicy | CarePolicy | VoucherPolicy

/** What is wrong, by the code of a schema's issue. The command line says it at length, with the line. */
const wrong: Record<string, string> = {
  invalid_type: '类型不对，或者漏写了',
  invalid_value: '只能写规定的几种词',
  unrecognized_keys: '有不认识的字段',
  too_small: '太小或者太短',
  too_big: '太大或者太长',
  invalid_format: '格式不对',
  invalid_union: '写法不对',
  invalid_key: '名字写得不对',
}

/** What the checks of the schemas say, in the words of whoever wrote the document. */
const said: Record<string, string> = {
  'it ends before it begins': '结束的日子早于开始的日子',
  'no such day': '没有这一天',
  'needs "from" or "to"': '要写 from（从多少岁）或者 to（到多少岁）',
  '"from" is above "to"': 'from 比 to 大了',
  'needs either "above" or "atLeast"': 'above（超过）和 atLeast（满）要写一个，只写一个',
  'needs "times" or "amount"': '要写 times（几次）或者 amount（多少分）',
  'needs either "minutes" or "amount"': 'minutes（分钟）和 amount（分）要写一个，只写一个',
  'at most two decimals': '最多两位小数',
}

/**
 * A policy from its text, with everything that was left out filled in; else what is wrong with it, each as `field：problem`.
 * Nothing is stored that a schema or a check refuses.
 */
export function readPolicy(text: string): { policy: Policy } | { faults: string[] } {
  const document = parsed(text)
  if (document === undefined) return { faults: ['（整份）：不是一份完整的 JSON，请检查括号、引号和逗号。'] }
  if (isTooDeep(document)) return { faults: ['（整份）：套得太深了，请少套几层。'] }
  switch ((document as { kind?: unknown } | null)?.kind) {
    case 'meal':
      return read(MealPolicy, mealFaults, document)
    case 'care':
      return read(CarePolicy, careFaults, document)
    case 'voucher':
      return read(VoucherPolicy, voucherFaults, document)
    default:
      return {
        faults: [
          `kind：要写 ${policyKinds.map((one) => `"${one}"（${policyKindWord[one]}）`).join('、')} 之一。`,
        ],
      }
  }
}

/** The part of a schema in use: its parsing. */
interface Schema<T> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: { code: string; path: PropertyKey[]; message: string }[] } }
}

function read<T extends Policy>(
  schema: Schema<T>,
  check: (policy: T) => readonly Fault[],
  document: unknown,
): { policy: T } | { faults: string[] } {
  const result = schema.safeParse(document)
  if (!result.success)
    return {
      faults: result.error.issues.map(
        ({ code, path, message }) =>
          `${fieldOf(path)}：${code === 'custom' ? (said[message] ?? '写得不对') : (wrong[code] ?? '写得不对')}。`,
      ),
    }
  const faults = check(result.data)
  if (faults.length > 0) return { faults: faults.map(({ path, problem }) => `${fieldOf(path)}：${problem}`) }
  return { policy: result.data }
}

const fieldOf = (path: readonly PropertyKey[]): string => path.map(String).join('.') || '（整份）'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
