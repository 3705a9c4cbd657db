import { existsSync } from 'node:fs'
import { join } from 'node:path'
import collections from '../../cloudfunctions/collections.json'
import pkg from '../../package.json'
import { api, timed } from '../../types/api'
import { ROOT, read } from './tree'

const documents = ['README.md', 'docs/README.zh-CN.md']

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

it('names files to imitate in docs/CONTRIBUTING.md that exist', () => {
  const named = [...read('docs/CONTRIBUTING.md').matchAll(/`((?:src|cloudfunctions|types|tests)\/[^`<]+)`/g)]
  expect(named.length).toBeGreaterThan(20)
  const missing = named.flatMap(([, path = '']) => (existsSync(join(ROOT, path)) ? [] : [path]))
  expect(missing).toEqual([])
})
