import { importsOf } from './imports'
import { read, sourcesOf } from './tree'

describe('what the phone takes of types/ as values', () => {
  const taken = new Set(sourcesOf('src').flatMap((file) => valuesFrom(file, read(file))))

  it('carries no zod, however far one follows its imports', () => {
    expect(taken.size).toBeGreaterThan(20)
    expect([...taken].filter((target) => reachesZod(target))).toEqual([])
  })

  it('would be seen to carry it', () => {
    expect(reachesZod('types/values')).toBe(true)
    expect(reachesZod('types/visits')).toBe(true)
  })

  it('asks nothing of a phone that those of a few years ago cannot do', () => {
    const carried = [...sourcesOf('src'), ...[...taken].map((target) => `${target}.ts`)]
    expect(carried.filter((file) => isTooNew(read(file)))).toEqual([])
    const tooNew = [
      'some.at(-1)',
      "a.replaceAll('b', '')",
      'all.findLast(isOpen)',
      '/(?<=a)b/',
      'Object.hasOwn(a)',
    ]
    expect(tooNew.filter(isTooNew)).toEqual(tooNew)
  })

  it.each([
    ["import { b } from '#types/b'", ['types/b']],
    ["import { b } from '../../../types/b'", ['types/b']],
    ["export { b } from '#types/b'", ['types/b']],
    ["const { b } = require('#types/b')", ['types/b']],
    ["const b = () => import('../../../types/b')", ['types/b']],
    ["import type { A } from '#types/a'", []],
    ["import { c } from '@/services/c'", []],
  ])('is found in a page that says %s', (source, values) => {
    expect(valuesFrom('src/pages/x/index.tsx', source)).toEqual(values)
  })
})

/** What came after iOS 14.5, and builds bring along for nobody. */
const isTooNew = (source: string): boolean =>
  /\.(at|findLast|findLastIndex|replaceAll|toSorted|toReversed)\(|\b(structuredClone|Intl|Object\.hasOwn)\b|\(\?<[=!]/.test(
    source.replace(/^ *(\/?\*|\/\/).*$/gm, ''),
  )

function reachesZod(target: string, seen = new Set<string>()): boolean {
  if (target === 'types/z') return true
  if (seen.has(target)) return false
  seen.add(target)
  const file = `${target}.ts`
  return valuesFrom(file, read(file)).some((next) => reachesZod(next, seen))
}

/** Modules of `types/` from which something other than types comes. */
function valuesFrom(file: string, source: string): string[] {
  return importsOf(file, source).flatMap(({ target, isType }) =>
    target.startsWith('types/') && !isType ? [target] : [],
  )
}
