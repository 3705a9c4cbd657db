import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(__dirname, '../..')

describe('what the phone takes of types/ as values', () => {
  const taken = new Set(sourcesOf('src').flatMap((file) => valuesFrom(read(file))))

  it('carries no zod, however far one follows its imports', () => {
    expect(taken.size).toBeGreaterThan(20)
    expect([...taken].filter((name) => reachesZod(name))).toEqual([])
  })

  it('would be seen to carry it', () => {
    expect(reachesZod('values')).toBe(true)
    expect(valuesFrom("import type { A } from '#types/a'\nimport { b } from '#types/b'")).toEqual(['b'])
  })
})

function reachesZod(name: string, seen = new Set<string>()): boolean {
  if (name === 'z') return true
  if (seen.has(name)) return false
  seen.add(name)
  const folder = join('types', name, '..')
  return valuesFrom(read(`types/${name}.ts`), folder).some((next) => reachesZod(next, seen))
}

/** Modules of `types/` from which something other than types comes, as paths below it. */
function valuesFrom(source: string, folder = ''): string[] {
  const imports = [...source.matchAll(/^(?:im|ex)port (?!type)[^;]*?from '([^']+)'/gm)]
  return imports.flatMap(([, from = '']) => {
    if (from.startsWith('#types/')) return [from.slice('#types/'.length)]
    return folder.startsWith('types') && from.startsWith('.')
      ? [join(folder, from).slice('types/'.length)]
      : []
  })
}

function sourcesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /\.tsx?$/.test(file))
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
}
