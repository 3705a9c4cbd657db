import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { MessageTemplates } from '#types/templates'
import { createClock } from './clock'
import { createEngine } from './engine/engine'
import type { Image } from './engine/image'
import type {
  Clock,
  Collections,
  FileRecord,
  FileStore,
  Lines,
  OutboxMessage,
  Runner,
  Store,
  Trigger,
} from './parts'
import { Invocations } from './runner/invocations'
import type { Controls } from './server/control-route'
import { createEmulatorServer, type ServerParts } from './server/server'
import { StartFailure } from './start-failure'
import { Timers } from './timers/timers'
import { createGateway } from './wire/gateway'
import type { Left } from './wire/grants'
import { CloudStorage } from './wire/storage/cloud-storage'

/** What a runner is built from. */
interface RunnerParts {
  /** Address of the gateway, known once the emulator listens. */
  endpoint: () => string
  gateway: Lines
  clock: Clock
  invocations: Invocations
}

export interface EmulatorOptions {
  /** 0, the default, takes any free port. */
  port?: number
  store: Store
  collections: Collections
  /** `workerRunner` in the program, `inProcessRunner` in most tests. */
  runner: (parts: RunnerParts) => Runner
  clock?: Clock
  /** Milliseconds that every call of the database takes longer (`GatewayParts`); none when absent. */
  latency?: number
  /** Mixes documents that no order tells apart (`TablesParts`); for tests. */
  ties?: number
  /** Timers to fire (`builtTriggers` in the program); none when absent. */
  triggers?: Trigger[]
  /** Where it is told that a function failed which a timer started; the console when absent. */
  onTimerFailure?: (line: string) => void
  /** The subscribe messages' templates; none when absent, and then no message can be sent. */
  templates?: MessageTemplates
  /** Everybody takes every message, as if they had tapped for it often enough: where it does not matter who did. */
  areGrantsEndless?: boolean
  /** The demo district for a day, collection by collection. */
  demo?: (now: Date) => Record<string, Document[]>
  /** What its people have done up to an instant: the demo district begins with it where nothing is stored yet. */
  life?: (now: Date) => Promise<Life>
  /** Milliseconds after which WeChat tells what it has to tell later; only when it is asked to when absent. */
  pushesAfter?: number
  /** Where in the demo district the phones of the street are; nowhere when absent. */
  visitorsAt?: Controls['visitorsAt']
  /** Whose phones lie on the street; nobody's when absent. */
  phones?: Controls['phones']
  folders?: Partial<ServerParts['folders']>
  onError?: (error: unknown) => void
}

type Document = Record<string, unknown>
type Engine = Awaited<ReturnType<typeof createEngine>>
type Gateway = ReturnType<typeof createGateway>

/** What was stored and sent when people had lived with the demo district for a while. */
export interface Life {
  documents: Record<string, Document[]>
  files: StoredFile[]
  messages: OutboxMessage[]
  /** How many more messages everybody takes, by openid and template. */
  grants: Left
}

interface StoredFile {
  record: FileRecord
  content: Buffer
}

/** What was stored at one moment; good for the emulator that made it. */
export interface EmulatorImage {
  documents: Image
  files: StoredFile[]
  isDemo: boolean
}

/** A running emulator. */
export interface Emulator {
  url: string
  port: number
  engine: Engine
  gateway: Gateway
  runner: Runner
  /** Setting it directly fires no timer; `setClock` does. */
  clock: Clock
  timers: Timers
  /** For running functions beside the emulator's own, against the same gateway. */
  runnerParts: RunnerParts
  /** Adds the demo documents that are missing for today and changes none that exists; where there is none, people have lived. */
  addDemo(): Promise<void>
  /**
   * Sets the clock, or shifts it by milliseconds from the real time. A demo district gets the days that are missing then, and each
   * timer that fell due on the way fires once; resolves when they have finished.
   */
  setClock(to: Date | number): Promise<void>
  /** Tells functions now what WeChat has to tell them; resolves when they have finished. */
  push(): Promise<void>
  /** The code that the phone gets when its owner agrees to give the number. @param phone eleven digits */
  issuePhoneCode(phone: string): string
  /**
   * Empties the database, the storage, the outbox, the grants, the faults and the phone codes; with `demo`, fills in the demo district and its life.
   * @throws what `life` throws, before anything is emptied
   */
  reset(options: { demo: boolean }): Promise<void>
  /** Everything that is stored, to go back to. */
  image(): EmulatorImage
  /** As `reset`, but what is stored then is what was stored when the image was made. */
  restore(image: EmulatorImage): Promise<void>
  /** Stops serving and ends the functions; the store is closed too. */
  close(): Promise<void>
}

/** Joins storage, engine, gateway, runner and server into one running emulator on 127.0.0.1. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { store, collections, clock = createClock() } = options
  const invocations = new Invocations()
  const engine = await createEngine({ store, clock, collections, ties: options.ties })

  let url = ''
  const address = () => `${url}/admin`
  const lines: Lines = { address, open: () => gateway.openLine(url) }
  const runnerParts = { endpoint: address, gateway: lines, clock, invocations }
  const runner = options.runner(runnerParts)
  const storage = new CloudStorage({ files: store.files, clock })
  const gateway = createGateway({
    engine,
    clock,
    runner,
    callerOf: (token) => invocations.callerOf(token),
    storage,
    templates: options.templates,
    areGrantsEndless: options.areGrantsEndless,
    latency: options.latency,
  })
  const timers = new Timers({
    triggers: options.triggers ?? [],
    clock,
    runner,
    onFailure: options.onTimerFailure,
  })

  let isDemo = false
  const keep = async ({ documents, files, messages, grants }: Life) => {
    for (const { record, content } of files) await store.files.write(record, content, () => true)
    await engine.fill(documents)
    for (const message of messages) gateway.outbox.add(message)
    gateway.grants.restore(grants)
  }
  const layOut = async () => {
    isDemo = true
    for (const [collection, documents] of Object.entries(options.demo?.(clock.now()) ?? {})) {
      await engine.seed(collection, documents)
    }
  }
  const addDemo = async () => {
    const isThere = (await engine.count({ collection: 'districts' })) > 0
    const life = isThere ? undefined : await options.life?.(clock.now())
    if (life) await keep(life)
    await layOut()
  }
  const forget = () => {
    gateway.faults.set([])
    gateway.outbox.clear()
    gateway.grants.clear()
    gateway.phoneCodes.clear()
    gateway.pushes.clear()
    storage.signs.revokeAll()
  }
  const reset = async ({ demo }: { demo: boolean }) => {
    const life = demo ? await options.life?.(clock.now()) : undefined // where it cannot be played, all stays as it was
    forget()
    await engine.reset()
    isDemo = false
    if (life) await keep(life)
    if (demo) await layOut()
  }
  const image = (): EmulatorImage => ({ documents: engine.image(), files: filesIn(store.files), isDemo })
  const restore = async ({ documents, files, ...rest }: EmulatorImage) => {
    forget()
    isDemo = rest.isDemo
    await engine.restore(documents)
    for (const { path } of store.files.records()) await store.files.remove(path)
    for (const { record, content } of files) await store.files.write(record, content, () => true)
  }
  const setClock = async (to: Date | number) => {
    const due = timers.jump(to)
    if (isDemo) await layOut()
    await timers.runAll(due)
  }
  const push = async () => {
    const told = gateway.pushes.take()
    await Promise.all(told.map((event) => runner.invoke(PUSHED_TO, event, { source: 'other' })))
  }
  const { pushesAfter, onError = console.error } = options
  if (pushesAfter !== undefined)
    gateway.pushes.onAdd(() => void setTimeout(() => void push().catch(onError), pushesAfter).unref())
  const issuePhoneCode = (phone: string) => gateway.phoneCodes.issue(phone, clock.now())

  const server = createEmulatorServer({
    runner,
    gateway,
    storage,
    controls: {
      clock,
      visitorsAt: options.visitorsAt,
      phones: options.phones ?? [],
      setClock,
      reset,
      fireTimer: (functionName, name) => timers.fire(functionName, name),
      issuePhoneCode,
      setFaults: (faults) => gateway.faults.set(faults),
      outbox: () => gateway.outbox.messages(),
      grants: gateway.grants,
      dump: async (collection) => ({
        ...(await engine.dump(collection)),
        ...(collection === undefined && { cloudStorage: storage.list() }),
      }),
      counts: () => gateway.counts.all(),
      resetCounts: () => gateway.counts.reset(),
      instances: () => runner.instances?.() ?? {},
    },
    folders: { app: NOWHERE, pictures: NOWHERE, street: NOWHERE, ...options.folders },
    onError: options.onError,
  })
  const port = await listen(server, options.port ?? 0)
  url = `http://127.0.0.1:${port}`
  timers.start()

  const close = async () => {
    timers.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await runner.close()
    await store.close()
  }
  return {
    url,
    port,
    engine,
    gateway,
    runner,
    clock,
    timers,
    runnerParts,
    addDemo,
    setClock,
    push,
    issuePhoneCode,
    reset,
    image,
    restore,
    close,
  }
}

const filesIn = (files: FileStore): EmulatorImage['files'] =>
  files.records().map((record) => ({ record, content: files.content(record.path) ?? Buffer.alloc(0) }))

// The function that the console of WeChat would name for the one event that is imitated.
const PUSHED_TO = 'eligibility'

// A folder that holds nothing: every address in it answers 404.
const NOWHERE = '/dev/null/none'

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new StartFailure(`端口 ${port} 已被占用，请停止占用它的程序，或用 --port 另选端口。`))
      else if (error.code === 'EACCES')
        reject(new StartFailure(`没有权限使用端口 ${port}，请用 --port 另选 1024 以上的端口。`))
      else reject(error)
    })
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
