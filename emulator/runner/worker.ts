/** One instance of a function in its worker thread: loads the bundle, then serves one invocation after the other. */
import { format, inspect } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import { guardEgress } from './egress-guard'
import type { InstanceMessage, InstanceStart, InvocationRequest, LogLevel } from './messages'
import { shiftedDate } from './shifted-date'

const { file, clockOffset } = workerData as InstanceStart
const port = parentPort
if (!port) throw new Error('an instance runs in a worker thread')
const say = (message: InstanceMessage) => port.postMessage(message)

guardEgress()
globalThis.Date = shiftedDate(Date, () => clockOffset[0] ?? 0)
for (const level of ['log', 'info', 'warn', 'error', 'debug'] satisfies LogLevel[]) {
  console[level] = (...args: unknown[]) => say({ kind: 'log', level, text: format(...args) })
}

// The bundle is loaded at run time, after the guards stand.
const { main } = require(file) as { main(event: unknown, context: unknown): unknown }
say({ kind: 'ready' })

port.on('message', async ({ event, context, variables }: InvocationRequest) => {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  try {
    say({ kind: 'result', json: JSON.stringify(await main(JSON.parse(event), context)) ?? 'null' })
  } catch (error) {
    say({ kind: 'threw', error: error instanceof Error ? (error.stack ?? error.message) : inspect(error) })
  }
})
