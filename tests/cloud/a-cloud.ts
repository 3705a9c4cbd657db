import type { CollectionName, Documents } from '../../cloudfunctions/_domain/documents'
import collections from '../../cloudfunctions/collections.json'
import { triggers } from '../../cloudfunctions/scheduler/config.json'
import { type Emulator, type EmulatorImage, startEmulator } from '../../emulator/emulator'
import type { Image } from '../../emulator/engine/image'
import type { Written } from '../../emulator/engine/table'
import { functionVariables } from '../../emulator/function-variables'
import type { Collections, Trigger } from '../../emulator/parts'
import { type FunctionModule, inProcessRunner } from '../../emulator/runner/in-process-runner'
import { memoryStore } from '../../emulator/store/memory'
import { templateVariables } from '../../emulator/template-variables'
import { api, timed } from '../../types/api'
import type { Reply } from '../../types/contract'
import { templatesOf } from '../../types/templates'
import { NOW } from '../domain/builders'
import { claimed } from './claimed'

/** A photo that a phone has put into the cloud's storage. */
interface Photo {
  path: string
  openid: string
}

/** What a cloud starts with. */
export type Stock = { [N in CollectionName]?: Documents[N][] } & { photos?: Photo[] }

/** Fields that do not count when it is compared what is stored, by collection. */
type Ignored = { readonly [N in CollectionName]?: readonly string[] }

/** Whoever calls; null: nobody is signed in. */
interface TestCaller {
  call(name: `${string}.${string}`, input?: unknown): Promise<Reply<never>>
}

/** The whole cloud in one process: the real functions and SDK against the emulator, at a known time. */
export interface TestCloud {
  emulator: Emulator
  as(openid: string | null): TestCaller
  /** Empties the database and fills it again; sets the clock. The very same stock a second time costs next to nothing. */
  restock(stock: Stock, now?: Date): Promise<void>
  /**
   * Everything that is stored, collection by collection, in order. A document that is as it was restocked is named by its id
   * alone: what most of them are costs nothing to compare.
   */
  state(ignored?: Ignored): Record<string, unknown[]>
  /** What was there after it was restocked. */
  restocked(): Image
  stored<N extends CollectionName>(collection: N): Promise<Documents[N][]>
  one<N extends CollectionName>(collection: N, id: string): Promise<Documents[N] | undefined>
  /** Paths of what lies in the cloud's storage. */
  files(): string[]
  close(): Promise<void>
}

const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex')

const load = (name: string) => () => require(`../../cloudfunctions/${name}/index`) as FunctionModule
const product = Object.fromEntries([...Object.keys(api), ...timed].map((name) => [name, load(name)]))

/** The scheduler's timers, for a cloud that has nights. */
export const nightly: Trigger[] = triggers.map(({ name, config }) => ({
  functionName: 'scheduler',
  name,
  config,
}))

/** Documents that no order tells apart come in an order that this decides: whatever relies on one fails with some number. */
const TIES = Number(process.env.TIES ?? 1)

interface CloudOptions {
  /** Functions beside the product's own, for twins. */
  functions?: Record<string, () => FunctionModule>
  /** Variables of the functions beside the keys of a desk. */
  variables?: Record<string, string>
  /** Milliseconds after which the SDK gives a database call up. */
  sdkTimeout?: number
  /** Timers to fire; none by default. */
  triggers?: Trigger[]
  /**
   * Whether a message needs the yes of a tap (`emulator.gateway.grants`), as on WeChat. By default everybody takes every message: most
   * tests ask who is told of what, and not who had agreed to it.
   */
  needsYes?: boolean
}

/** Starts a cloud. */
export async function aCloud({
  functions = {},
  variables = {},
  sdkTimeout = 60_000,
  triggers = [],
  needsYes = false,
}: CloudOptions = {}): Promise<TestCloud> {
  const store = memoryStore()
  const emulator = await startEmulator({
    store,
    collections: collections as unknown as Collections, // JSON reads tuples as arrays
    triggers,
    ties: TIES,
    templates: templatesOf(templateVariables(variables)),
    areGrantsEndless: !needsYes,
    runner: (parts) =>
      inProcessRunner({
        ...parts,
        functions: { ...product, ...functions },
        variables: {
          ...functionVariables({}),
          ...templateVariables({}),
          SDK_TIMEOUT: String(sdkTimeout),
          RETRY_PAUSE: '0',
          RETRY_BUDGET: '60000', // a machine that does much else is no reason to give up
          ...variables,
        },
        openapi: [
          'subscribeMessage.send',
          'security.msgSecCheck',
          'security.mediaCheckAsync',
          'phonenumber.getPhoneNumber',
        ],
      }),
  })

  const images = new WeakMap<Stock, EmulatorImage>()
  let stocked = emulator.image()
  const fill = async ({ photos = [], ...bare }: Stock) => {
    const stock = claimed(bare)
    await emulator.reset({ demo: false })
    for (const { path, openid } of photos) {
      const record = { path, size: JPEG.length, type: 'image/jpeg', creator: openid }
      await store.files.write(record, JPEG, () => true)
    }
    for (const [collection, records] of Object.entries(stock)) {
      await emulator.engine.seed(collection, (records as { id: string }[]).map(asDocument))
    }
  }

  const stored = async <N extends CollectionName>(collection: N) => {
    const documents = (await emulator.engine.dump(collection))[collection] ?? []
    return documents.map(({ _id, ...rest }) => ({ ...rest, id: _id }) as unknown as Documents[N])
  }
  return {
    emulator,
    as: (openid) => ({
      call: async (name, input = {}) => {
        const [area = '', action = ''] = name.split('.')
        const caller = { source: 'wx_client', ...(openid !== null && { openid }) }
        return (await emulator.runner.invoke(area, { action, input }, caller)) as Reply<never>
      },
    }),
    restock: async (stock, now = NOW) => {
      const known = images.get(stock)
      if (known) await emulator.restore(known)
      else await fill(stock)
      stocked = known ?? emulator.image()
      images.set(stock, stocked)
      emulator.clock.set(now)
      emulator.gateway.counts.reset()
    },
    state: (ignored = {}) => stateOf(emulator.engine.image(), stocked.documents, ignored),
    restocked: () => stocked.documents,
    stored,
    one: async (collection, id) => (await stored(collection)).find((record) => record.id === id),
    files: () => store.files.records().map(({ path }) => path),
    close: () => emulator.close(),
  }
}

/** How often a sitting was written and aligned, and when somebody looked at it last: nothing that anybody holds depends on it. */
const marks: Readonly<Record<string, readonly string[]>> = { sittings: ['rev', 'checkedAt', 'alignments'] }

/** Documents of any collection without such marks. */
export const withoutMarks = <T extends object>(documents: readonly T[]): object[] =>
  documents.map((document) => without(Object.fromEntries(Object.entries(document)), marks.sittings ?? []))

function stateOf(now: Image, stocked: Image, ignored: Ignored): Record<string, unknown[]> {
  const states = [...now].map(([collection, documents]) => {
    const before = stocked.get(collection)
    const fields = [...(ignored[collection as CollectionName] ?? []), ...(marks[collection] ?? [])]
    const counting = (text: string | undefined) =>
      text === undefined || fields.length === 0 ? text : JSON.stringify(without(JSON.parse(text), fields))
    const state = ([key, { text }]: [string, Written]) => {
      const counted = counting(text) ?? ''
      return counting(before?.get(key)?.text) === counted ? key : { key, changed: JSON.parse(counted) }
    }
    return [collection, [...documents].map(state)]
  })
  return Object.fromEntries(states)
}

const without = (document: Record<string, unknown>, fields: readonly string[]) =>
  Object.fromEntries(Object.entries(document).filter(([field]) => !fields.includes(field)))

/** A record as the database keeps it. */
function asDocument({
  id,
  ...record
}: {
  id: string
  place?: unknown
}): { _id: string } & Record<string, unknown> {
  const { place, location: own } = record as {
    place?: { lng: number; lat: number } | null
    location?: object
  }
  const location = place && !own ? { location: { type: 'Point', coordinates: [place.lng, place.lat] } } : {}
  return { _id: id, ...record, ...location }
}

/** The data of an accepted call; the test fails with the code when it was refused. */
export function accepted<T = Record<string, unknown>>(reply: Reply<unknown>): T {
  if (!reply.ok) throw new Error(`refused with ${reply.code} ${JSON.stringify(reply.detail ?? {})}`)
  return reply.data as T
}

/** The code of a refused call, or `accepted`. */
export const codeOf = (reply: Reply<unknown>): string => (reply.ok ? 'accepted' : reply.code)
