import { issueWords } from '../words/issues'
import type { Issue, Path } from './issue'
import type { Schema } from './schema-keys'
import type { Problem, Source } from './source'

/** What a schema finds wrong with a file, each with its place and a sentence. */
export function problemsOf(issues: readonly Issue[], source: Source, schema: Schema): Problem[] {
  const problems = issues
    .flatMap((issue) => unfolded(issue, source.value))
    .flatMap((issue) => {
      const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)))
      if (issue.code !== 'unrecognized_keys') return [worded(issue, path, source, schema)]
      return (issue.keys ?? []).map((key) =>
        worded({ ...issue, keys: [key] }, [...path, key], source, schema),
      )
    })
  return problems.sort((a, b) => a.line - b.line || a.column - b.column)
}

function worded(issue: Issue, path: Path, source: Source, schema: Schema): Problem {
  const isName = issue.code === 'unrecognized_keys' || issue.code === 'invalid_key'
  return {
    ...source.locate(path, isName),
    path,
    problem: issueWords(issue, path, valueAt(source.value, path), schema),
  }
}

/** The issues of that branch of a union that was meant: the one that finds least to object to. */
function unfolded(issue: Issue, root: unknown): Issue[] {
  if (issue.code !== 'invalid_union' || !issue.errors || issue.errors.length === 0) return [issue]
  const branches = issue.errors.map((branch) => ({
    branch,
    weight: weightOf(branch, valueAt(root, issue.path)),
  }))
  const least = branches.reduce((best, one) => (one.weight < best.weight ? one : best))
  if (least.weight >= 1000) return [issue]
  return least.branch.flatMap((one) => unfolded({ ...one, path: [...issue.path, ...one.path] }, root))
}

/** A branch for another type of value was not meant; unknown keys speak against it more than a wrong value inside. */
const weightOf = (branch: readonly Issue[], value: unknown): number =>
  branch.reduce((sum, { code, path, keys = [], errors = [], expected = '' }) => {
    if (code === 'invalid_type' && path.length === 0) return sum + (isAlike(value, expected) ? 5 : 1000)
    if (code === 'unrecognized_keys' && path.length === 0) return sum + 10 * keys.length
    if (code === 'invalid_union' && path.length === 0)
      return sum + Math.min(1000, ...errors.map((inner) => weightOf(inner, value)))
    return sum + (valueAt(value, path) === undefined ? 6 : 1)
  }, 0)

/** A number that is none of the wanted kind is still meant as one. */
const isAlike = (value: unknown, expected: string): boolean =>
  typeof value === 'number' && (expected === 'int' || expected === 'number')

/** What stands at a path of a document. */
function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<PropertyKey, unknown>)[part]
  }
  return value
}
