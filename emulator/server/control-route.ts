import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { CloudError } from '../engine/errors'
import type { Clock, Fault, OutboxMessage } from '../parts'
import type { TimerOutcome } from '../timers/timers'
import type { Grants } from '../wire/grants'
import { BadBody, readJson, sendJson } from './json'

/** What `/__emulator/*` can do to the running emulator. */
export interface Controls {
  clock: Clock
  /** Where the people of the street stand: a browser cannot tell, since whoever looks is not in the demo district. */
  visitorsAt?: { lng: number; lat: number }
  /** Whose phones lie on the street, as the district's folder says; the street alone reads them. */
  phones: readonly object[]
  /** Sets the clock; a demo district gets the days that are missing then, and timers that fell due on the way fire. */
  setClock(to: Date | number): Promise<void>
  /** Fires a timer now; undefined when there is none of that name. */
  fireTimer(functionName: string, name: string): Promise<TimerOutcome | undefined>
  /** The code that stands for a phone number whose owner agreed to give it. */
  issuePhoneCode(phone: string): string
  /** Empties everything and, with `demo`, fills in the demo district for today. */
  reset(options: { demo: boolean }): Promise<void>
  setFaults(faults: Fault[]): void
  outbox(): OutboxMessage[]
  grants: Pick<Grants, 'left' | 'refuseFor'>
  dump(collection?: string): unknown
  counts(): unknown
  resetCounts(): void
  /** How many instances of each function are loaded. */
  instances(): Record<string, number>
}

const resetBody = z.strictObject({ demo: z.boolean().default(true) }).default({ demo: true })

/** The days for which there are calendars, policies and a demo district. */
const CLOCK = { from: '2000-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' }

class FarClock extends Error {}

const clockBody = z.union([
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ offset: z.int() }),
  z.strictObject({ reset: z.literal(true) }),
])

const fault = z.strictObject({
  kind: z.enum(['conflict', 'timeout', 'http500', 'reset', 'crash']),
  action: z.string().optional(),
  nth: z.int().positive().optional(),
  times: z.int().positive().optional(),
  when: z.enum(['before', 'midway', 'after']).optional(),
})
const faultsBody = z.union([z.array(fault), fault.transform((one) => [one])])

const timerBody = z.strictObject({ function: z.string(), name: z.string() })

const phoneCodeBody = z.strictObject({ phone: z.string().regex(/^\d{11}$/) })

const grantsBody = z.strictObject({ refusing: z.array(z.string()) })

class UnknownTimer extends Error {}

type Handler = (controls: Controls, body: unknown, query: URLSearchParams) => unknown

const routes: Record<string, Handler> = {
  'POST reset': async (controls, body) => {
    await controls.reset(resetBody.parse(body))
    return {}
  },
  'GET place': ({ visitorsAt }) => visitorsAt ?? null,
  'GET phones': ({ phones }) => phones,
  'GET clock': ({ clock }) => clockState(clock),
  'POST clock': async (controls, body) => {
    const to = settingOf(clockBody.parse(body))
    const now = to instanceof Date ? to.getTime() : Date.now() + to
    if (!(now >= Date.parse(CLOCK.from) && now < Date.parse(CLOCK.to))) throw new FarClock()
    await controls.setClock(to)
    return clockState(controls.clock)
  },
  'POST timer': async (controls, body) => {
    const { function: functionName, name } = timerBody.parse(body)
    const outcome = await controls.fireTimer(functionName, name)
    if (!outcome) throw new UnknownTimer(`${functionName}/${name}`)
    return outcome
  },
  'POST phone-code': (controls, body) => ({ code: controls.issuePhoneCode(phoneCodeBody.parse(body).phone) }),
  'POST faults': (controls, body) => {
    const faults = faultsBody.parse(body)
    controls.setFaults(faults)
    return { faults }
  },
  'GET outbox': (controls) => controls.outbox(),
  'GET grants': ({ grants }) => grants.left(),
  'POST grants': ({ grants }, body) => {
    grants.refuseFor(grantsBody.parse(body).refusing)
    return grants.left()
  },
  'GET dump': (controls, _body, query) => controls.dump(query.get('collection') ?? undefined),
  'GET counts': (controls) => controls.counts(),
  'POST counts': (controls) => {
    controls.resetCounts()
    return controls.counts()
  },
  'GET instances': (controls) => controls.instances(),
  'GET usage': usage,
}

/** What the emulator takes of its machine, the functions' instances with it: bytes of memory, milliseconds of all processors since it began. */
function usage() {
  const { user, system } = process.cpuUsage()
  return { memory: process.memoryUsage.rss(), processor: Math.round((user + system) / 1000) }
}

/** `/__emulator/<name>`: clock, timers, reset, faults and insight for tests and for the street. */
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
    if (error instanceof FarClock)
      return sendJson(response, 200, { ok: false, code: 'BAD_INPUT', detail: CLOCK })
    if (error instanceof UnknownTimer)
      return sendJson(response, 404, { error: 'UNKNOWN_TIMER', detail: error.message })
    if (error instanceof CloudError)
      return sendJson(response, 400, { error: error.code, detail: error.message })
    throw error
  }
}

function settingOf(body: z.infer<typeof clockBody>): Date | number {
  if ('now' in body) return new Date(body.now)
  return 'offset' in body ? body.offset : 0
}

function clockState(clock: Clock) {
  return { now: clock.now().toISOString(), offset: clock.offset() }
}
