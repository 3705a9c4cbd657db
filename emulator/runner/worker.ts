/** A worker thread that holds instances of one function: loads its bundle for each, then serves their invocations. */
import { readFileSync } from 'node:fs'
import http from 'node:http'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { format, inspect } from 'node:util'
import { Script } from 'node:vm'
import { parentPort, workerData } from 'node:worker_threads'
import { guardEgress } from './egress-guard'
import { layLine } from './line'
import type { InstanceMessage, InvocationRequest, PoolMessage, SdkAnswer, ThreadStart } from './messages'
import { shiftedDate } from './shifted-date'

const { file, clockOffset, gateway } = workerData as ThreadStart
const port = parentPort
if (!port) throw new Error('instances run in a worker thread')
guardEgress()
globalThis.Date = shiftedDate(Date, () => clockOffset[0] ?? 0)

interface Exports {
  main(event: unknown, context: unknown): unknown
}
type Load = (
  exports: object,
  require: NodeJS.Require,
  module: { exports: object },
  filename: string,
  dirname: string,
  process: NodeJS.Process,
  console: Console,
) => void

const loadHere = createRequire(file)
/** Compiled once: what the engine learns of the code from one instance it knows for the others. It takes the place of Node's own wrapper. */
const compiled = new Script(
  `(function (exports, require, module, __filename, __dirname, process, console) {${readFileSync(file, 'utf8')}\n})`,
  { filename: file },
).runInThisContext() as Load

/** An instance: whatever it keeps between invocations, its environment, its line and its console are its own. */
class Instance {
  readonly #say: (message: InstanceMessage) => void
  readonly #env: NodeJS.ProcessEnv
  readonly #main: Exports['main']
  readonly hear: (answer: SdkAnswer) => void = () => {}

  constructor(say: (message: InstanceMessage) => void) {
    this.#say = say
    // Each look at the environment of a thread asks the engine, and the SDK looks some thirty times a call.
    this.#env = { ...process.env }
    const ownProcess: NodeJS.Process = Object.create(process, { env: { value: this.#env, writable: true } })
    const ownConsole: Console = Object.create(console)
    for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
      ownConsole[level] = (...args: unknown[]) => say({ kind: 'log', level, text: format(...args) })

    let ownHttp: typeof http = http
    if (gateway !== undefined) {
      const line = layLine(gateway, (request) => say({ kind: 'request', ...request }))
      this.hear = line.hear
      ownHttp = line.http
    }
    const isHttp = (id: string) => id === 'http' || id === 'node:http'
    const load = (id: string) => (isHttp(id) ? ownHttp : loadHere(id))
    const module = { exports: {} }
    compiled(
      module.exports,
      Object.assign(load, loadHere),
      module,
      file,
      dirname(file),
      ownProcess,
      ownConsole,
    )
    this.#main = (module.exports as Exports).main
    say({ kind: 'ready' })
  }

  async invoke({ event, context, variables }: InvocationRequest): Promise<void> {
    for (const [name, value] of Object.entries(variables)) {
      if (value === undefined) delete this.#env[name]
      else this.#env[name] = value
    }
    try {
      const json = JSON.stringify(await this.#main(JSON.parse(event), context)) ?? 'null'
      this.#say({ kind: 'result', json })
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : inspect(error)
      this.#say({ kind: 'threw', error: text })
    }
  }
}

const instances = new Map<number, Instance>()

port.on('message', ({ instance, ...message }: PoolMessage & { instance: number }) => {
  if (message.kind === 'open') {
    instances.set(instance, new Instance((said) => port.postMessage({ instance, ...said })))
    return
  }
  const held = instances.get(instance)
  if (message.kind === 'answer') held?.hear(message)
  else void held?.invoke(message)
})
