import { aligned } from './columns'
import { differences } from './differences'
import { type AnyCase, type AnyPolicy, type Kind, kindOf } from './kinds'
import { problemLine } from './print'
import { casesOf } from './reading/case-files'
import { documentOf } from './reading/documents'
import { readSource } from './reading/source'
import { outcomeWords, pathWords, valueWords } from './words/outcomes'

type Print = (line: string) => void

/** Runs cases against a policy and prints what differs. Answers whether nothing does and everything is valid. */
export function run(policyFile: string, caseFiles: readonly string[], print: Print): boolean {
  const { source, policy, problems } = documentOf(readSource(policyFile))
  const files = caseFiles.map((file) => readSource(file))
  for (const problem of problems) print(problemLine(source.file, problem))
  const kind = kindOf(policy?.kind)
  if (!policy || !kind || problems.length > 0) {
    print(`✗ 政策 ${source.file} 要先改好，案例没有核对`)
    return false
  }
  const results = files.map((file) => {
    const { cases, problems: faults } = casesOf(file, kind)
    print(`${policy.name}：${file.file}`)
    for (const problem of faults) print(problemLine(file.file, problem))
    return faults.length > 0 ? ['invalid' as const] : runCases(policy, kind, cases, print)
  })
  const all = results.flat()
  const isFine = all.every((result) => result === 'equal')
  const differing = all.filter((result) => result === 'different').length
  const invalid = all.filter((result) => result === 'invalid').length
  if (isFine) print(`✓ ${all.length} 个案例都对`)
  else
    print(
      [`✗ ${all.length - invalid} 个案例里有 ${differing} 个不对`, invalid > 0 && `${invalid} 个案例文件要改`]
        .filter((part) => typeof part === 'string')
        .join('，'),
    )
  return isFine
}

function runCases(
  policy: AnyPolicy,
  kind: Kind<AnyPolicy, AnyCase>,
  cases: readonly AnyCase[],
  print: Print,
) {
  const units = { isMinutes: kind.isMinutes(policy) }
  const done = cases.map((one) => {
    const actual = kind.run(policy, one)
    const details = differences(one.expect, actual).map(({ path, expected, actual: found }) => [
      pathWords(path),
      `应为 ${valueWords(path, expected, units)}`,
      `实得 ${valueWords(path, found, units)}`,
    ])
    return { one, shown: outcomeWords(actual, units), details }
  })
  const rows = done.map(({ one, shown, details }) => [
    details.length > 0 ? '✗' : '✓',
    one.id,
    outcomeWords(one.expect, units),
    shown,
    one.note ?? '',
  ])
  for (const line of aligned([[' ', '编号', '应为', '实得', '说明'], ...rows], '  ')) print(line)
  for (const { one, details } of done) {
    if (details.length === 0) continue
    print(`  ✗ ${one.id}${isInForce(policy, one) ? '' : '：这一天不在政策的日期里'}`)
    for (const line of aligned(details, '      ')) print(line)
  }
  return done.map(({ details }) => (details.length > 0 ? ('different' as const) : ('equal' as const)))
}

function isInForce({ effectiveFrom, effectiveTo }: AnyPolicy, one: AnyCase): boolean {
  return !('on' in one) || (effectiveFrom <= one.on && (effectiveTo === null || one.on <= effectiveTo))
}
