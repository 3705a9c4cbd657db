import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { kindOf } from '../../cloudfunctions/_policies/command/kinds'
import { casesOf } from '../../cloudfunctions/_policies/command/reading/case-files'
import { documentOf } from '../../cloudfunctions/_policies/command/reading/documents'
import { sourceOf } from '../../cloudfunctions/_policies/command/reading/source'
import { policyWords } from '../../cloudfunctions/_policies/command/words/policies'

const FOLDER = join(__dirname, '../../cloudfunctions/_policies')
const read = (folder: string, ending: RegExp) =>
  readdirSync(join(FOLDER, folder))
    .filter((name) => ending.test(name))
    .map((name) => JSON.parse(readFileSync(join(FOLDER, folder, name), 'utf8')))
const policies = [...read('meal', /\d\.json$/), ...read('care', /\d\.json$/)]
const cases = read('meal', /\.cases\.json$/)

/** Places in a document, itself left out. */
function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => [[...path, key], ...pathsOf(one, [...path, key])])
}

type Spoil = (parent: Record<string, unknown>, key: string) => void
const spoils: Record<string, Spoil> = {
  remove: (parent, key) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1)
    else delete parent[key]
  },
  rename: (parent, key) => {
    parent[`${key}x`] = parent[key]
    delete parent[key]
  },
  ...Object.fromEntries(
    ['五元', -5, 2.5, 1e12, true, null, [], {}, { percent: 'x' }, [[]], ''].map((value): [string, Spoil] => [
      JSON.stringify(value),
      (parent, key) => {
        parent[key] = value
      },
    ]),
  ),
}

/** A copy of a document with one thing spoilt. */
function spoilt(document: unknown, path: readonly string[], how: string): string {
  const copy = structuredClone(document) as Record<string, unknown>
  const parent = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy)
  spoils[how]?.(parent, path.at(-1) ?? '')
  return JSON.stringify(copy, null, 2)
}

const mistake = (documents: readonly unknown[]) =>
  fc
    .constantFrom(...documents)
    .chain((document) =>
      fc
        .tuple(fc.constantFrom(...pathsOf(document)), fc.constantFrom(...Object.keys(spoils)))
        .map(([path, how]) => ({ path, how, text: spoilt(document, path, how) })),
    )

/** A sentence in Chinese, complete, with a place in the file. */
function isHelpful(problem: { line: number; column: number; problem: string }, text: string): boolean {
  return (
    problem.line >= 1 &&
    problem.line <= text.split('\n').length &&
    problem.column >= 1 &&
    /[。？]$/.test(problem.problem) &&
    /[\u4e00-\u9fff]{3}/.test(problem.problem) &&
    !/Invalid|undefined|NaN|\[object/.test(problem.problem)
  )
}

describe('any one mistake in a shipped document', () => {
  it('is told in a sentence with its line, or is none and the policy can be read out', () => {
    fc.assert(
      fc.property(mistake(policies), ({ path, how, text }) => {
        const { policy, problems } = documentOf(sourceOf('policy.json', text))
        const isTold = problems.every((problem) => isHelpful(problem, text))
        const isRead = problems.length > 0 || (policy !== null && policyWords(policy).length > 3)
        if (!isTold || !isRead) expect({ path, how, problems }).toBe('helpful')
      }),
      { numRuns: 600, seed: 11 },
    )
  })

  it('is told the same way in cases', () => {
    const kind = kindOf('meal')
    if (!kind) throw new Error('no meals')
    fc.assert(
      fc.property(mistake(cases), ({ path, how, text }) => {
        const { problems } = casesOf(sourceOf('cases.json', text), kind)
        if (!problems.every((problem) => isHelpful(problem, text)))
          expect({ path, how, problems }).toBe('helpful')
      }),
      { numRuns: 400, seed: 12 },
    )
  })

  it('is told where JSON itself is broken, wherever the text is cut', () => {
    const text = JSON.stringify(policies[0], null, 2)
    for (let end = 0; end < text.length - 1; end += 7) {
      const { problems } = sourceOf('cut.json', text.slice(0, end))
      expect(problems.length).toBeGreaterThan(0)
      expect(problems.every((problem) => isHelpful(problem, text))).toBe(true)
    }
  })
})
