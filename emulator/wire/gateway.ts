import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { type MessageTemplates, templatesOf } from '#types/templates'
import { transactionConflict } from '../engine/errors'
import type { Fault, Gate, Line, Reply } from '../parts'
import { NotStored } from '../store/not-stored'
import { Counts } from './counts'
import { type DispatchParts, dispatch } from './dispatch'
import { failureReply } from './failure-reply'
import { Faults } from './faults'
import { Grants } from './grants'
import { PhoneCodes } from './openapi/phone-codes'
import { Pushes } from './openapi/pushes'
import { Outbox } from './outbox'
import { Overlaps, Unheard } from './overlaps'
import { optionalText, type Posted, readRequest, receive, type WireRequest } from './request'

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

/** Whether a sender sent an operation of a transaction before it had heard of an earlier one. */
type IsEarly = (transactionId: string) => boolean

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

  const answer = async (posted: Posted, isEarly?: IsEarly): Promise<Answer> => {
    const request = readRequest(posted)
    counts.add(request.action)
    const transactionId = optionalText(request.fields, 'transactionId')
    if (transactionId === undefined) return carryOut(request)
    return overlaps.alone(transactionId, {
      isEarly: isEarly?.(transactionId),
      end: () => parts.engine.end(transactionId),
      work: () => carryOut(request),
    })
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

    /** Answers one request that came over a socket. Resolves also when a fault keeps the answer back. */
    async handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
      const posted = receive(req).then((received) => answer(received))
      const reply = replyOf(await posted.catch(failed))
      if (reply === 'keptBack') return
      if (reply === 'brokenOff') {
        res.destroy()
        return
      }
      const { status, contentType, body } = reply
      // Without its length a body goes out in pieces, each of which costs as much as the whole.
      const length = Buffer.byteLength(body)
      res.writeHead(status, { 'content-type': contentType, 'content-length': length }).end(body)
    },

    /** The line of one sender, who tells what it has heard. @param origin of the address that it stands for */
    openLine(origin: string): Line {
      const unheard = new Unheard()
      return async ({ id, unheard: before, ...posted }) => {
        const isEarly: IsEarly = (transactionId) => unheard.isEarly(id, transactionId, before)
        return replyOf(await answer({ ...posted, origin }, isEarly).catch(failed))
      }
    },
  }
}

function replyOf(answer: Answer): Reply {
  if (answer === 'timeout') return 'keptBack'
  if (answer === 'reset' || answer === 'crash') return 'brokenOff'
  if (answer === 'http500') return { status: 500, contentType: JSON_TYPE, body: '' }
  // The SDK takes JSON as the sign of a failed openapi call.
  if (Buffer.isBuffer(answer)) return { status: 200, contentType: 'application/octet-stream', body: answer }
  return { status: 200, contentType: JSON_TYPE, body: JSON.stringify({ requestId: randomUUID(), ...answer }) }
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
