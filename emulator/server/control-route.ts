import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { CloudError } from '../engine/errors'
import type { Clock, Fault, OutboxMessage } from '../parts'
import { BadBody, readJson, sendJson } from './json'

/** What `/__emulator/*` can do to the running emulator. */
export interface Controls {
  clock: Clock
  /** Sets the clock; a demo district gets the days that are missing then. */
  setClock(to: Date): Promise<void>
  /** Empties everything and, with `demo`, fills in the demo district for today. */
  reset(options: { demo: boolean }): Promise<void>
  setFaults(faults: Fault[]): void
  outbox(): OutboxMessage[]
  dump(collection?: string): unknown
  counts(): unknown
  resetCounts(): void
}

const resetBody = z.strictObject({ demo: z.boolean().default(true) }).default({ demo: true })

const clockBody = z.union([
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ offset: z.int() }),
  z.strictObject({ reset: z.literal(true) }),
])

const fault = z.strictObject({
  kind: z.enum(['conflict', 'timeout', 'http500', 'crash']),
  action: z.string().optional(),
  nth: z.int().positive().optional(),
  times: z.int().positive().optional(),
  when: z.enum(['before', 'after']).optional(),
})
const faultsBody = z.union([z.array(fault), fault.transform((one) => [one])])

type Handler = (controls: Controls, body: unknown, query: URLSearchParams) => unknown

const routes: Record<string, Handler> = {
  'POST reset': async (controls, body) => {
    await controls.reset(resetBody.parse(body))
    return {}
  },
  'GET clock': ({ clock }) => clockState(clock),
  'POST clock': async (controls, body) => {
    await controls.setClock(instantOf(clockBody.parse(body)))
    return clockState(controls.clock)
  },
  'POST faults': (controls, body) => {
    const faults = faultsBody.parse(body)
    controls.setFaults(faults)
    return { faults }
  },
  'GET outbox': (controls) => controls.outbox(),
  'GET dump': (controls, _body, query) => controls.dump(query.get('collection') ?? undefined),
  'GET counts': (controls) => controls.counts(),
  'POST counts': (controls) => {
    controls.resetCounts()
    return controls.counts()
  },
}

/** `/__emulator/<name>`: clock, reset, faults and insight for tests and for the street. */
export async function answerControl(
  controls: Controls,
  name: string,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const handler = routes[`${request.method} ${name}`]
  if (!handler) {
    const isKnown = Object.keys(routes).some((route) => route.endsWith(` ${name}`))
    return sendJson(response, isKnown ? 405 : 404, { error: isKnown ? 'METHOD_NOT_ALLOWED' : 'NOT_FOUND' })
  }
  try {
    const body = request.method === 'POST' ? await readJson(request) : undefined
    sendJson(response, 200, await handler(controls, body, query))
  } catch (error) {
    if (error instanceof BadBody) return sendJson(response, 400, { error: 'BAD_BODY', detail: error.fault })
    if (error instanceof z.ZodError)
      return sendJson(response, 400, { error: 'BAD_BODY', detail: z.prettifyError(error) })
    if (error instanceof CloudError)
      return sendJson(response, 400, { error: error.code, detail: error.message })
    throw error
  }
}

function instantOf(body: z.infer<typeof clockBody>): Date {
  if ('now' in body) return new Date(body.now)
  return new Date(Date.now() + ('offset' in body ? body.offset : 0))
}

function clockState(clock: Clock) {
  return { now: clock.now().toISOString(), offset: clock.offset() }
}
