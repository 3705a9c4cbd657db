import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { api, timed } from '#types/api'
import { ROOT, read, sourcesOf } from './tree'

const areas = Object.keys(api)

/** The cloud functions' own files by path: what each folder without a leading underscore holds at its top. */
const files: Record<string, string> = Object.fromEntries(
  foldersOf('cloudfunctions')
    .filter((name) => !name.startsWith('_'))
    .flatMap((name) => filesOf(`cloudfunctions/${name}`).map((file) => [file, read(file)])),
)

/** Everything that the files of types/ export. */
const exported: Record<string, unknown>[] = sourcesOf('types').map((file) => require(join(ROOT, file)))

describe('types/api.ts', () => {
  it('names every cloud function and nothing else', () => {
    expect(functionFaults(files)).toEqual([])
  })

  it('holds every action that any file of types/ declares', () => {
    const declared = exported.flatMap(contractsIn)
    expect(declared.length).toBeGreaterThan(areas.length)
    expect(declared.flatMap(strayActions)).toEqual([])
  })

  it.each([
    [
      'a function that no list names',
      { 'cloudfunctions/care/index.ts': "exports.main = serve('care', care, {})" },
    ],
    ['a function without its config', { 'cloudfunctions/meals/config.json': undefined }],
    ['an area without its function', { 'cloudfunctions/meals/index.ts': undefined }],
    [
      'a function that serves another area',
      { 'cloudfunctions/meals/index.ts': files['cloudfunctions/visits/index.ts'] },
    ],
    [
      'pushes that stand before another area',
      {
        'cloudfunctions/eligibility/index.ts': files['cloudfunctions/eligibility/index.ts']?.replace(
          "serve('eligibility', eligibility",
          "serve('meals', meals",
        ),
      },
    ],
    ['a timer for an area', { 'cloudfunctions/meals/config.json': '{ "triggers": [{}] }' }],
    ['a timed function without a timer', { 'cloudfunctions/scheduler/config.json': '{}' }],
  ])('finds %s', (_fault, planted: Record<string, string | undefined>) => {
    expect(functionFaults({ ...files, ...planted })).not.toEqual([])
  })

  it('finds a contract that no area holds', () => {
    const start = { ...api.visits.arrive }
    expect(contractsIn({ care: { start }, name: 'x', list: [1], none: {} }).flatMap(strayActions)).toEqual([
      'start',
    ])
  })
})

/** Where the functions' folders and the lists of types/api.ts do not say the same. */
function functionFaults(present: Record<string, string | undefined>): string[] {
  const folders = Object.keys(present).map((file) => file.split('/')[1] ?? '')
  return [...new Set([...folders, ...areas, ...timed])].flatMap((name) => {
    const entry = present[`cloudfunctions/${name}/index.ts`] ?? ''
    const config = present[`cloudfunctions/${name}/config.json`]
    const isTimed = (timed as readonly string[]).includes(name)
    const start = isTimed ? `onTimer('${name}', ` : `serve('${name}', ${name}, `
    return [
      ...when(!isTimed && !areas.includes(name), `${name}: in no list`),
      ...when(!starts(entry, start), `${name}: its index.ts does not export ${start}`),
      ...when(config === undefined, `${name}: no config.json`),
      ...when('triggers' in JSON.parse(config ?? '{}') !== isTimed, `${name}: a timer for one that is timed`),
    ]
  })
}

/** Whether a function is what it should be, or is that for all calls but WeChat's own (`withPushes`). */
const starts = (entry: string, start: string): boolean =>
  entry.includes(`exports.main = ${start}`) ||
  (entry.includes(`const main = ${start}`) && entry.includes('exports.main = withPushes(main, '))

type Contracts = Record<string, object>

/** Those exports all of whose values are actions. */
function contractsIn(names: Record<string, unknown>): Contracts[] {
  const isAction = (value: unknown) =>
    typeof value === 'object' && value !== null && 'who' in value && 'input' in value && 'output' in value
  return Object.values(names).filter((value): value is Contracts => {
    const actions = typeof value === 'object' && value !== null ? Object.values(value) : []
    return actions.length > 0 && actions.every(isAction)
  })
}

/** Names of actions that stand in no area. */
function strayActions(contract: Contracts): string[] {
  const known = new Set<object>(Object.values(api).flatMap((one) => Object.values(one)))
  return Object.entries(contract).flatMap(([name, action]) => when(!known.has(action), name))
}

function foldersOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) =>
    when(entry.isDirectory(), entry.name),
  )
}

function filesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) =>
    when(entry.isFile(), `${folder}/${entry.name}`),
  )
}

function when<T>(is: boolean, value: T): T[] {
  return is ? [value] : []
}
