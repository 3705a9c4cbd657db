/** One instance of a function in its worker thread: loads the bundle, then serves one invocation after the other. */
import { format, inspect } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import { guardEgress } from './egress-guard'
import { layLine } from './line'
import type { InstanceMessage, InstanceStart, InvocationRequest, LogLevel, PoolMessage } from './messages'
import { shiftedDate } from './shifted-date'

const { file, clockOffset, gateway } = workerData as InstanceStart
const port = parentPort
if (!port) throw new Error('an instance runs in a worker thread')
const say = (message: InstanceMessage) => port.postMessage(message)

// Each look at the environment of a thread asks the engine, and the SDK looks some thirty times a call.
process.env = { ...process.env }
guardEgress()
const hear =
  gateway === undefined ? () => {} : layLine(gateway, (request) => say({ kind: 'request', ...request }))
globalThis.Date = shiftedDate(Date, () => clockOffset[0] ?? 0)
for (const level of ['log', 'info', 'warn', 'error', 'debug'] satisfies LogLevel[]) {
  console[level] = (...args: unknown[]) => say({ kind: 'log', level, text: format(...args) })
}

// The bundle is loaded at run time, after the guards stand.
const { main } = require(file) as { main(event: unknown, context: unknown): unknown }
say({ kind: 'ready' })

async function invoke({ event, context, variables }: InvocationRequest): Promise<void> {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  try {
    say({ kind: 'result', json: JSON.stringify(await main(JSON.parse(event), context)) ?? 'null' })
  } catch (error) {
    say({ kind: 'threw', error: error instanceof Error ? (error.stack ?? error.message) : inspect(error) })
  }
}

port.on('message', (message: PoolMessage) => {
  if (message.kind === 'answer') hear(message)
  else void invoke(message)
})
