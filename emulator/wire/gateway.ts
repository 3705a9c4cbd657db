import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { type MessageTemplates, templatesOf } from '#types/templates'
import { transactionConflict } from '../engine/errors'
import type { Fault, Gate } from '../parts'
import { NotStored } from '../store/not-stored'
import { Counts } from './counts'
import { type DispatchParts, dispatch } from './dispatch'
import { failureReply } from './failure-reply'
import { Faults } from './faults'
import { Grants } from './grants'
import { PhoneCodes } from './openapi/phone-codes'
import { Pushes } from './openapi/pushes'
import { Outbox } from './outbox'
import { Overlaps } from './overlaps'
import { optionalText, readRequest, type WireRequest } from './request'

export interface GatewayParts extends Omit<DispatchParts, 'outbox' | 'grants' | 'phoneCodes' | 'pushes'> {
  /** The subscribe messages' templates of the mini-program; none when absent. */
  templates?: MessageTemplates
  /** Everybody takes every message (`Grants`). */
  areGrantsEndless?: boolean
  /** Milliseconds for which a call of the database is on its way before it is carried out; none when absent. */
  latency?: number
  /** What the fault `crash` does; by default it kills this process. */
  crash?(): void
}

/** JSON members beside `requestId`, the bytes of an openapi answer, or the fault that takes the place of an answer. */
type Answer = object | Exclude<Fault['kind'], 'conflict'>

const JSON_TYPE = 'application/json; charset=utf-8'

/** The one address that the SDK talks to (`POST /admin`): database, storage, function calls and openapi. */
export function createGateway({
  crash = killProcess,
  templates = templatesOf({}),
  areGrantsEndless,
  latency = 0,
  ...parts
}: GatewayParts) {
  const counts = new Counts()
  const faults = new Faults()
  const outbox = new Outbox()
  const grants = new Grants({ templates, areEndless: areGrantsEndless })
  const phoneCodes = new PhoneCodes()
  const overlaps = new Overlaps()
  const pushes = new Pushes()
  const dispatchParts: DispatchParts = { ...parts, outbox, grants, phoneCodes, pushes }
  let gate: Gate | undefined

  const strike = async ({ kind, when }: Fault, request: WireRequest): Promise<Answer> => {
    // Whatever came of it, nobody hears of it.
    const engine = when === 'midway' ? { ...parts.engine, ...parts.engine.midway } : parts.engine
    if (isCarriedOut(when)) await dispatch({ ...dispatchParts, engine }, request).catch(() => undefined)
    if (kind === 'conflict') {
      if (!isCarriedOut(when)) endTransaction(request.fields)
      throw transactionConflict()
    }
    if (kind === 'crash') crash()
    return kind
  }

  const endTransaction = (fields: WireRequest['fields']) => {
    const transactionId = optionalText(fields, 'transactionId')
    if (transactionId) parts.engine.abort(transactionId)
  }

  const carryOut = async (request: WireRequest): Promise<Answer> => {
    if (latency > 0 && request.action.startsWith('database.')) await wait(latency)
    await gate?.(wireCall(request))
    const fault = faults.next(request.action)
    return fault ? strike(fault, request) : dispatch(dispatchParts, request)
  }

  const answer = async (req: IncomingMessage): Promise<Answer> => {
    const request = await readRequest(req)
    counts.add(request.action)
    const transactionId = optionalText(request.fields, 'transactionId')
    if (transactionId === undefined) return carryOut(request)
    return overlaps.alone(
      transactionId,
      () => parts.engine.end(transactionId),
      () => carryOut(request),
    )
  }

  return {
    /** How often each action was called. */
    counts,
    /** Faults to strike coming calls with. */
    faults,
    /** Subscribe messages that were sent. */
    outbox,
    /** Who takes how many more of them. */
    grants,
    /** Codes for phone numbers that are still to be exchanged. */
    phoneCodes,
    /** What WeChat will tell a function later. */
    pushes,

    /** Holds every call until the gate lets it through; undefined takes the gate away. */
    setGate(next: Gate | undefined): void {
      gate = next
    },

    /** Answers one request. Resolves also when a fault keeps the answer back. */
    async handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
      const requestId = randomUUID()
      const reply = await answer(req).catch(failed)
      if (reply === 'timeout') return
      if (reply === 'reset' || reply === 'crash') {
        res.destroy()
      } else if (reply === 'http500') {
        res.writeHead(500).end()
      } else if (Buffer.isBuffer(reply)) {
        // The SDK takes JSON as the sign of a failed openapi call.
        res.writeHead(200, { 'content-type': 'application/octet-stream' }).end(reply)
      } else {
        res.writeHead(200, { 'content-type': JSON_TYPE }).end(JSON.stringify({ requestId, ...reply }))
      }
    },
  }
}

/** A disk that takes nothing is a server that fails: whoever calls is to ask again. Anything else is answered in words. */
function failed(error: unknown): 'http500' | ReturnType<typeof failureReply> {
  if (!(error instanceof NotStored)) return failureReply(error)
  console.error(error.message)
  return 'http500'
}

const isCarriedOut = (when: Fault['when']) => when === 'after' || when === 'midway'

const wireCall = ({ action, fields }: WireRequest) => ({
  action,
  collection: optionalText(fields, 'collectionName'),
  token: optionalText(fields, 'wxCloudApiToken'),
  transactionId: optionalText(fields, 'transactionId'),
})

function killProcess(): void {
  process.kill(process.pid, 'SIGKILL')
}
