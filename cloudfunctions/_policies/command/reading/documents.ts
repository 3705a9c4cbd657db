import { type AnyPolicy, kindNames, kindOf } from '../kinds'
import { problemsOf } from './issues'
import type { Problem, Source } from './source'

/** A file and the policy that it holds; null where it is none. */
export interface Document {
  source: Source
  policy: AnyPolicy | null
  problems: Problem[]
}

/** Reads a policy out of a file, with everything that is wrong with it. */
export function documentOf(source: Source): Document {
  if (source.problems.length > 0) return { source, policy: null, problems: source.problems }
  const { value } = source
  const fail = (path: string[], problem: string): Document => ({
    source,
    policy: null,
    problems: [{ ...source.locate(path), path, problem }],
  })
  if (Array.isArray(value) || (isRecord(value) && 'cases' in value))
    return fail([], '这是一份案例，不是政策。核对案例请用：npm run policy -- run <政策.json> <案例.json>。')
  if (!isRecord(value)) return fail([], '政策应该是一组内容，放在花括号里：{ … }。')
  const kind = kindOf(value.kind)
  if (!kind)
    return fail(
      ['kind'],
      `${'kind' in value ? `这里写的是 ${JSON.stringify(value.kind)}，` : '缺少“kind”（哪一种政策），请补上，'}只能是 ${kindNames.join('、')} 之一（助餐、居家服务、消费券）。`,
    )
  const parsed = kind.policy.safeParse(value)
  if (!parsed.success)
    return { source, policy: null, problems: problemsOf(parsed.error.issues, source, kind.policy) }
  const problems = kind
    .faults(parsed.data)
    .map(({ path, problem }) => ({ ...source.locate(path), path, problem }))
  return { source, policy: parsed.data, problems }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
