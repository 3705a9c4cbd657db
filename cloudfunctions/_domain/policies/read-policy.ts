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
  invalid_type: '这一项漏写了，或者写法不对。请照说明书补上或者改好：数字不加引号，文字要加引号',
  invalid_value: '这里只能写规定的几种词。请照说明书改成其中一种',
  too_small: '这里写得太小、太短，或者一条也没有写。请照说明书改好',
  too_big: '这里写得太大、太长，或者条数太多。请照说明书改好',
  invalid_format: '这里的写法不对，例如日期要写成 2026-01-01。请照说明书改好',
  invalid_union: '这里不是说明书里有的写法。请照说明书改好',
  invalid_key: '这个名称写得不对：只用英文字母、数字和减号，分组的名称只用小写字母。请改一个名称',
}

const elsewise = '这里写得不对。请照说明书改好'

/** What the checks of the schemas say, in the words of whoever wrote the document. */
const said: Record<string, string> = {
  'it ends before it begins': '结束的日子早于开始的日子，请改其中一个',
  'no such day': '日历上没有这一天，请改成有的日子',
  'needs "from" or "to"': '要写 from（从多少岁）或者 to（到多少岁）',
  '"from" is above "to"': 'from 比 to 大了，请对调或者改其中一个',
  'needs either "above" or "atLeast"': 'above（超过）和 atLeast（满）要写一个，只写一个',
  'needs "times" or "amount"': '要写 times（几次）或者 amount（多少分）',
  'needs either "minutes" or "amount"': 'minutes（分钟）和 amount（分）要写一个，只写一个',
  'at most two decimals': '最多写两位小数，请改短一些',
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

interface Issue {
  code: string
  path: PropertyKey[]
  message: string
  /** Names that nobody knows. */
  keys?: string[]
}

/** The part of a schema in use: its parsing. */
interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: Issue[] } }
}

function read<T extends Policy>(
  schema: Schema<T>,
  check: (policy: T) => readonly Fault[],
  document: unknown,
): { policy: T } | { faults: string[] } {
  const result = schema.safeParse(document)
  if (!result.success)
    return {
      faults: result.error.issues.map((issue) => `${fieldOf(issue.path)}：${issueWords(issue)}。`),
    }
  const faults = check(result.data)
  if (faults.length > 0) return { faults: faults.map(({ path, problem }) => `${fieldOf(path)}：${problem}`) }
  return { policy: result.data }
}

function issueWords({ code, message, keys }: Issue): string {
  if (code === 'custom') return said[message] ?? elsewise
  if (code === 'unrecognized_keys')
    return `这里不认识${(keys ?? []).map((key) => `“${key.slice(0, 40)}”`).join('、')}。请删去，或者照说明书改成对的名称`
  return wrong[code] ?? elsewise
}

const fieldOf = (path: readonly PropertyKey[]): string => path.map(String).join('.') || '（整份）'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
