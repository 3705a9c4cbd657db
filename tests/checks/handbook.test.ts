import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import collections from '../../cloudfunctions/collections.json'
import pkg from '../../package.json'
import { api, timed } from '../../types/api'
import { ROOT, read } from './tree'

const documents = ['README.md', 'docs/README.zh-CN.md']
const folders = ['src', 'cloudfunctions', 'types', 'emulator', 'config', 'tests', 'docs']
const allFiles = folders.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
    (file) => `${folder}/${file.replaceAll('\\', '/')}`,
  ),
)

describe.each(documents)('%s', (file) => {
  const text = read(file)
  const rows = text.split('\n').filter((line) => line.startsWith('|'))

  it.each(Object.entries(collections))('tells how to create %s with its indexes', (name, { indexes }) => {
    const row = rows.find((line) => line.split('|')[1]?.includes(`\`${name}\``)) ?? ''
    expect(row).not.toBe('')
    const plain = row.replaceAll('`', '')
    for (const { keys } of indexes) {
      const wanted = keys.map(([field, direction]) =>
        direction === '2dsphere' ? String(field) : `${field} ${direction === 1 ? '↑' : '↓'}`,
      )
      expect(plain).toContain(wanted.join(' '))
    }
  })

  it('names only scripts that exist', () => {
    const named = [...text.matchAll(/npm run ([a-z0-9:]+)/g)].map((match) => match[1] ?? '')
    expect(named.length).toBeGreaterThan(1)
    expect(Object.keys(pkg.scripts)).toEqual(expect.arrayContaining(named))
  })

  it('shows only pictures that exist', () => {
    for (const [, picture = ''] of text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)) {
      const folder = file.includes('/') ? 'docs' : '.'
      expect(read(join(folder, picture)).length).toBeGreaterThan(1000)
    }
  })
})

it('says of every cloud function in README.md where it is', () => {
  const line =
    read('README.md')
      .split('\n')
      .find((one) => one.startsWith('cloudfunctions/ ')) ?? ''
  for (const name of [...Object.keys(api), ...timed]) expect(line).toMatch(new RegExp(`\\b${name}\\b`))
})

describe('what a handbook says where things are', () => {
  it.each([
    ['README.md', 30],
    ['docs/README.zh-CN.md', 10],
    ['docs/CONTRIBUTING.md', 25],
  ])('is there, in %s', (file, least) => {
    const named = placesIn(read(file))
    expect(named.length).toBeGreaterThanOrEqual(least)
    expect(named.filter((place) => !isThere(place))).toEqual([])
  })

  it.each([
    '`types/limit.ts`',
    'days in `src/services/dates.ts`, failures in `sentence.ts`',
    '`_policies/no.json`',
  ])('would be missed where it is not there: %s', (text) => {
    expect(placesIn(text).filter((place) => !isThere(place))).toHaveLength(1)
  })
})

/** Folders and files between backticks: by their path from the project's root, or files by the end of it alone. */
function placesIn(text: string): string[] {
  const named = [...text.matchAll(/`([\w./-]+)`/g)].map(([, name = '']) => name)
  return named.filter((name) => isPath(name) || /\.(tsx?|mjs|json|md|scss)$/.test(name))
}

function isPath(name: string): boolean {
  return folders.some((folder) => name.startsWith(`${folder}/`))
}

function isThere(place: string): boolean {
  return (
    existsSync(join(ROOT, place)) || (!isPath(place) && allFiles.some((file) => file.endsWith(`/${place}`)))
  )
}
