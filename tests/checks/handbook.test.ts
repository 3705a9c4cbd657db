import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pkg from '../../package.json'
import { api, timed } from '../../types/api'
import { anchorsOf, deadLinksOf, linksOf, rowsOf } from './markdown'
import { ROOT, read } from './tree'

const folders = ['src', 'cloudfunctions', 'types', 'emulator', 'config', 'tests', 'docs']
const allFiles = folders.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
    (file) => `${folder}/${file.replaceAll('\\', '/')}`,
  ),
)
const documents = ['README.md', ...allFiles.filter((file) => file.endsWith('.md'))]

const MOST_LINES = 100

describe.each(documents)('%s', (file) => {
  const text = read(file)

  it('names only scripts that exist', () => {
    expect(Object.keys(pkg.scripts)).toEqual(expect.arrayContaining(scriptsIn(text)))
  })

  it('has no link that leads nowhere', () => {
    expect(deadLinksOf(file, text)).toEqual([])
  })

  it('names only folders and files that are there', () => {
    expect(placesIn(text).filter((place) => !isThere(place))).toEqual([])
  })
})

describe('README.md', () => {
  const text = read('README.md')
  const [, tree = ''] = /\n```\n(src\/ [\s\S]+?)\n```\n/.exec(text) ?? []

  it('is read in one go, and leads to every other handbook', () => {
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(MOST_LINES)
    const others = documents.filter((file) => file.startsWith('docs/'))
    expect(linksOf(text)).toEqual(expect.arrayContaining(others))
  })

  it('says of every cloud function where it is', () => {
    const line = tree.split('\n').find((one) => one.startsWith('cloudfunctions/ ')) ?? ''
    for (const name of [...Object.keys(api), ...timed]) expect(line).toMatch(new RegExp(`\\b${name}\\b`))
  })

  it('shows a tree of what is there', () => {
    const tops = [...tree.matchAll(/^(\S+?)\/? /gm)].map(([, name = '']) => name)
    expect(tops).toEqual(expect.arrayContaining(folders.filter((folder) => folder !== 'docs')))
    const inner = [...tree.matchAll(/^ {2}(\S+)/gm)].map(([, name = '']) => `cloudfunctions/${name}`)
    expect(inner.length).toBeGreaterThan(3)
    expect([...tops, ...inner].filter((place) => !existsSync(join(ROOT, place)))).toEqual([])
  })

  it.each(['README.md', 'docs/README.zh-CN.md'])('names options that npm start has: %s', (file) => {
    const options = [...read('config/start.mjs').matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, name]) => name)
    const named = [...read(file).matchAll(/npm start -- ([^`]+)/g)].flatMap(
      ([, words = '']) => words.match(/--[a-z-]+/g) ?? [],
    )
    expect(named).toEqual(expect.arrayContaining(['--port', '--data', '--memory', '--no-build', '--help']))
    expect(named.filter((name) => !options.includes(name))).toEqual([])
  })
})

it('src/components/README.md names the address of every page', () => {
  const named = rowsOf(read('src/components/README.md')).flatMap(
    ([cell = '']) => cell.match(/\b(pages|packages)\/[\w/-]+/g) ?? [],
  )
  const pages = allFiles.filter((file) => /^src\/(pages|packages)\/.+\/index\.config\.ts$/.test(file))
  expect(named.sort()).toEqual(
    pages.map((file) => file.slice('src/'.length, -'/index.config.ts'.length)).sort(),
  )
})

describe('what a handbook says where things are', () => {
  it.each([
    ['README.md', 7],
    ['docs/deploy.md', 14],
    ['docs/CONTRIBUTING.md', 35],
    ['docs/README.zh-CN.md', 10],
  ])('is looked for in %s', (file, least) => {
    expect(placesIn(read(file)).length).toBeGreaterThanOrEqual(least)
  })

  it.each([
    '`types/limit.ts`',
    'days in `src/services/dates.ts`, failures in `sentence.ts`',
    '`_policies/no.json`',
  ])('would be missed where it is not there: %s', (text) => {
    expect(placesIn(text).filter((place) => !isThere(place))).toHaveLength(1)
  })

  it.each(['[a](no.md)', '[b](keys.md#no-heading)', '[c](#no-heading)', '![d](no.png)'])(
    'would be missed where a link leads nowhere: %s',
    (text) => {
      expect(deadLinksOf('docs/deploy.md', text)).toHaveLength(1)
    },
  )

  it('is found under the name that GitHub gives a heading', () => {
    const text = '# 给谁 `who`\n```\n# no heading\n```\n## 8. What it can’t, yet\n## Again\n## Again'
    expect(anchorsOf(text)).toEqual(['给谁-who', '8-what-it-cant-yet', 'again', 'again-1'])
  })
})

function scriptsIn(text: string): string[] {
  return [...text.matchAll(/npm run ([a-z0-9:]+)/g)].map(([, name = '']) => name)
}

/** Folders and files between backticks: by their path from the project's root, or files by the end of it alone; no `example-…`. */
function placesIn(text: string): string[] {
  const named = [...text.matchAll(/`([\w./-]+)`/g)].map(([, name = '']) => name)
  return named.filter((name) => isPath(name) || /^(?!example-).*\.(tsx?|mjs|cjs|json|md|scss)$/.test(name))
}

function isPath(name: string): boolean {
  return folders.some((folder) => name.startsWith(`${folder}/`))
}

function isThere(place: string): boolean {
  if (existsSync(join(ROOT, place))) return true
  const end = place.startsWith('.') ? place : `/${place}`
  return !isPath(place) && allFiles.some((file) => file.endsWith(end))
}
