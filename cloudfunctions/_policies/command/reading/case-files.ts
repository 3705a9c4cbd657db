import { policyKindWord } from '#types/words/policies/kinds'
import { type AnyCase, type AnyPolicy, type Kind, kindNames } from '../kinds'
import { isRecord } from './documents'
import type { Issue } from './issue'
import { problemsOf } from './issues'
import type { Problem, Source } from './source'

/** The cases of a file, written as a list or under `cases`, with everything that is wrong with them. */
export function casesOf(
  source: Source,
  kind: Kind<AnyPolicy, AnyCase>,
): { cases: AnyCase[]; problems: Problem[] } {
  if (source.problems.length > 0) return { cases: [], problems: source.problems }
  const { value } = source
  const isBare = Array.isArray(value)
  const written: unknown = isBare ? value : isRecord(value) ? value.cases : undefined
  const stem = isBare ? [] : ['cases']
  const fail = (path: (string | number)[], problem: string) => ({ ...source.locate(path), path, problem })
  if (!Array.isArray(written))
    return { cases: [], problems: [fail(stem, '案例文件应该是一个列表 [ … ]，或者 { "cases": [ … ] }。')] }
  if (written.length === 0)
    return { cases: [], problems: [fail(stem, '一个案例也没有，什么都没有核对。请至少写一个。')] }

  const other = otherKind(written, kind)
  if (other) return { cases: [], problems: [fail([...stem, 0], other)] }

  const cases: AnyCase[] = []
  const problems = written.flatMap((one, place): Problem[] => {
    const parsed = kind.oneCase.safeParse(one)
    if (parsed.success) {
      const isAgain = cases.some(({ id }) => id === parsed.data.id)
      cases.push(parsed.data)
      return isAgain
        ? [fail([...stem, place, 'id'], `编号“${parsed.data.id}”用了两次。请给后面这一个另取一个编号。`)]
        : []
    }
    const path = [...stem, place]
    // The schema knows one case; places are those of the file.
    const inCase: Source = {
      ...source,
      value: one,
      locate: (inner, isName) => source.locate([...path, ...inner], isName),
    }
    return problemsOf(parsed.error.issues as Issue[], inCase, kind.oneCase).map((problem) => ({
      ...problem,
      path: [...path, ...problem.path],
    }))
  })
  return { cases, problems }
}

/** Cases that were written for another kind of policy, in one sentence: a mistake of the file, not of each case. */
function otherKind(written: readonly unknown[], { name }: Kind<AnyPolicy, AnyCase>): string | null {
  const isFor = (one: unknown, kind: string) => isRecord(one) && kind in one
  if (written.some((one) => isFor(one, name))) return null
  const other = kindNames.find((kind) => written.every((one) => isFor(one, kind)))
  if (!other) return null
  return `这些案例是${policyKindWord[other]}的（写的是 ${other}），这份政策是${policyKindWord[name]}的（要写 ${name}）。请换成这份政策的案例文件，或者换一份政策。`
}
