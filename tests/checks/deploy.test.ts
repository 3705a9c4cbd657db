import { isForPhones, photoPath } from '../../cloudfunctions/_domain/eligibility/papers'
import { paperPath } from '../../cloudfunctions/_domain/eligibility/photos'
import {
  isForEverybody,
  judgedPath,
  sentDishPath,
} from '../../cloudfunctions/_domain/meals/planning/dish-photos'
import collections from '../../cloudfunctions/collections.json'
import storageRule from '../../cloudfunctions/storage-rule.json'
import { checklist } from '../../config/deploy/checklist'
import { uploadOf } from '../../config/deploy/phone'
import { variablesFor } from '../../config/deploy/variables'
import { api, timed } from '../../types/api'
import { importsOf } from './imports'
import { anchorsOf, rowsOf } from './markdown'
import { read, sourcesOf } from './tree'

const text = read('docs/deploy.md')
const rows = rowsOf(text)
const functions = [...Object.keys(api), ...timed]

describe('docs/deploy.md, collections', () => {
  it('holds a row for every index of collections.json, and no other', () => {
    const known = Object.keys(collections)
    const told = rows.filter(
      ([name = '', , fields = '']) => known.includes(name) && /[↑↓]|2dsphere/.test(fields),
    )
    const wanted = Object.entries(collections).flatMap(([name, { indexes }]) =>
      indexes.map((index) => [
        name,
        index.name,
        index.keys.map(([field, way]) => fieldWord(field, way)).join(', '),
      ]),
    )
    expect(told).toEqual(wanted)
  })

  it('names every collection that needs no index', () => {
    const [, line = ''] = /^Without an index beyond `_id`: (.+)\.$/m.exec(text) ?? []
    const bare = Object.entries(collections).filter(([, { indexes }]) => indexes.length === 0)
    expect(line.replaceAll('`', '').split(', ').sort()).toEqual(bare.map(([name]) => name).sort())
  })
})

describe('docs/deploy.md, storage', () => {
  const [, rule = ''] = /```json\n(\{[^`]*resource\.openid[^`]*)```/.exec(text) ?? []
  const { read: reading, write } = JSON.parse(rule) as { read: string; write: string }
  const [, readable = ''] = /^\/(\^.+)\/\.test\(resource\.path\)$/.exec(reading) ?? []

  it('shows the rule that the command sets', () => {
    expect(JSON.parse(rule)).toEqual(storageRule)
  })

  const [, pattern = ''] = /&& \/(\^.+\$)\/\.test\(resource\.path\)$/.exec(write) ?? []

  it.each([
    [photoPath('e-wang', 'Abc_12-3'), true],
    [sentDishPath('k-one', 'Abc_12-3'), true],
    [judgedPath('k-one', 'Abc_12-3'), false],
    ['dishes/k-one/Abc_12-3.jpg', false],
    ['kitchens/k-one/page.html', false],
    [paperPath('e-wang', 'Abc_12-3'), false],
    ['settlements/2026-11.xlsx', false],
    ['applications/e-wang/page.html', false],
    ['applications/e-wang/a/b.jpg', false],
    ['other/applications/e-wang/a.jpg', false],
  ])('lets a phone write on %s as the local cloud does: %s', (path, may) => {
    expect([new RegExp(pattern).test(path), isForPhones(path)]).toEqual([may, may])
  })

  it.each([
    [`settlements/${'0f'.repeat(20)}/settlement-op-one-2026-11.xlsx`, true],
    ['settlements/2026-11.xlsx', false],
    [photoPath('e-wang', 'Abc_12-3'), false],
    [paperPath('e-wang', 'Abc_12-3'), false],
    [`applications/settlements/${'0f'.repeat(20)}/a.jpg`, false],
    ['dishes/k-one/Abc_12-3.jpg', true],
    ['dishes/a.jpg', false],
    [sentDishPath('k-one', 'Abc_12-3'), false],
    [judgedPath('k-one', 'Abc_12-3'), false],
    ['kitchens/dishes/k-one/a.jpg', false],
  ])('lets a phone read %s by its id: %s', (path, may) => {
    expect(new RegExp(readable).test(path)).toBe(may)
    if (!path.startsWith('settlements/')) expect(isForEverybody(path)).toBe(may)
  })
})

describe('docs/deploy.md, functions', () => {
  it.each(functions)('tells what to set for %s', (name) => {
    const { timeout, permissions, triggers = [] } = configOf(name)
    const [, time, variables = '', openapi, timer] =
      rows.find(([first, , , , last]) => first === name && last) ?? []
    expect(time).toBe(`${timeout} s`)
    expect(variables.includes('keys')).toBe(hasKeys(name))
    const keys = { FIELD_KEYS: 'one', DIGEST_KEYS: 'other' }
    const given = variablesFor(name, { timeout, permissions }, { keys, environment: {} })
    expect(given).toEqual(hasKeys(name) ? keys : {})
    expect(variables.includes('templates')).toBe(permissions.openapi.includes('subscribeMessage.send'))
    expect(openapi).toBe(permissions.openapi.join(', ') || 'none')
    expect(timer).toBe(triggers.map((one) => `${one.name} ${one.config}`).join(', ') || 'none')
  })

  it('gives keys to every function that reads or writes what is encrypted', () => {
    const needing = functions.filter((name) => reaches(`cloudfunctions/${name}/index.ts`, SEALING))
    expect(needing).toEqual(expect.arrayContaining(['people', 'meals', 'visits', 'scheduler']))
    expect(needing.filter((name) => !hasKeys(name))).toEqual([])
  })

  it('names every variable that is read', () => {
    const known = `${text}${read('docs/keys.md')}`
    const files = sourcesOf('cloudfunctions').filter((file) => !file.includes('/command/'))
    const named = [...files, 'config/index.ts'].flatMap((file) => variablesIn(read(file)))
    expect(named).toEqual(expect.arrayContaining(['CLOUD_ENV', 'TEMPLATE_MEAL', 'DISTRICT']))
    expect(named.filter((name) => !OF_THE_BUILD.includes(name) && !known.includes(name))).toEqual([])
  })
})

describe('the list of what stays by hand', () => {
  const of = (hasTemplates: boolean, hasMealPolicy = true) => checklist({ hasTemplates, hasMealPolicy })
  const lines = [...of(false, false), ...of(true)].filter((line) => line.includes('['))

  it('leads to places of docs/deploy.md that are there', () => {
    expect(lines.length).toBeGreaterThan(10)
    const anchors = anchorsOf(text)
    const named = lines.map((line) => /docs\/deploy\.md#(\S+)$/.exec(line)?.[1])
    expect(named.filter((one) => one === undefined || !anchors.includes(one))).toEqual([])
  })

  it('asks for templates until there are some', () => {
    const asks = (line: string) => line.includes('订阅消息模板')
    expect([of(false).some(asks), of(true).some(asks)]).toEqual([true, false])
  })
})

describe('npm run deploy', () => {
  it('names in its help every variable that it reads, or docs/deploy.md does', () => {
    const files = sourcesOf('config/deploy')
    const named = files.flatMap((file) => [
      ...variablesIn(read(file)),
      ...[...read(file).matchAll(/\benvironment\.([A-Z_]+)/g)].map(([, name = '']) => name),
    ])
    expect(named).toEqual(expect.arrayContaining(['FIELD_KEYS', 'MINIPROGRAM_KEY', 'FIRST_SUPERVISOR']))
    expect(named.filter((name) => name !== 'INIT_CWD' && !text.includes(name))).toEqual([])
  })

  it('uploads the mini-program where there is a key, and says else what to do', () => {
    const phone = { appId: 'wx123', version: '0.1.0', key: '/keys/upload.key' }
    const about = ['--pp', '.', '--pkp', '/keys/upload.key', '--appid', 'wx123', '--uv', '0.1.0', '-r', '1']
    expect(uploadOf(phone)).toEqual({
      args: ['--yes', expect.stringMatching(/^miniprogram-ci@\d/), 'upload', ...about],
    })
    expect(uploadOf({ ...phone, key: undefined })).toEqual({
      byHand: expect.stringContaining('微信开发者工具'),
    })
    expect(uploadOf({ ...phone, appId: 'touristappid' })).toEqual({
      byHand: expect.stringContaining('appid'),
    })
  })
})

const SEALING = ['cloudfunctions/_shell/sealed-parts', 'cloudfunctions/_shell/codes']

/** What the builds set for themselves. */
const OF_THE_BUILD = ['TARO_ENV', 'BUILD_CACHE', 'MESSAGE_TEMPLATES']

interface Config {
  timeout: number
  permissions: { openapi: string[] }
  triggers?: { name: string; config: string }[]
}

const configOf = (name: string): Config => JSON.parse(read(`cloudfunctions/${name}/config.json`))

/** Those that do not start without keys, and the one that changes them. */
const hasKeys = (name: string): boolean =>
  name === 'scheduler' || read(`cloudfunctions/${name}/index.ts`).includes('\nrequireKeys()')

function fieldWord(field: unknown, way: unknown): string {
  return way === '2dsphere' ? `${field} (2dsphere)` : `${field} ${way === 1 ? '↑' : '↓'}`
}

/** Whether a source takes one of these, itself or by what it takes. */
function reaches(file: string, wanted: readonly string[], seen = new Set<string>()): boolean {
  if (seen.has(file)) return false
  seen.add(file)
  return importsOf(file, read(file)).some(
    ({ target, isType }) =>
      !isType && (wanted.includes(target) || (isSource(target) && reaches(`${target}.ts`, wanted, seen))),
  )
}

const sources = new Set(sourcesOf('cloudfunctions'))
const isSource = (target: string): boolean => sources.has(`${target}.ts`)

function variablesIn(source: string): string[] {
  const one = [...source.matchAll(/process\.env\.([A-Z_]+)/g)].map(([, name = '']) => name)
  const several = [...source.matchAll(/\{([^{}]+)\} = process\.env/g)].flatMap(
    ([, names = '']) => names.match(/[A-Z_]{2,}/g) ?? [],
  )
  return [...one, ...several]
}
