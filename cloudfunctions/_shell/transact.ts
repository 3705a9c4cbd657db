import type { Actor } from '#types/actors'
import { AppError } from '#types/errors'
import type { CollectionName, Documents } from '../_domain/documents'
import type { MessageRecord, Telling } from '../_domain/messages/records'
import { messageOf } from '../_domain/messages/telling'
import { wordsOf } from '../_domain/people/elders/forgetting'
import type { AuditRecord } from '../_domain/people/records'
import { find, runOnce, type Tx } from './cloud'
import { failureOf } from './failures'
import { notices } from './policies'
import { bodyDigest } from './secrets'

/** A record that belongs to an elder and can be audited. */
export interface Audited {
  id: string
  district: string
  elderId: string | null
  /** With this, whether her data are gone: nothing is said of her then. */
  elderName?: string
  state?: string
  /** Where she is looked after; not every record says so. */
  stationId?: string | null
}

/** Who does what under which key; `body` is the digest of the request. */
export interface Intent {
  action: string
  openid: string
  requestId: string
  key: string | null
  /** Which part of the call, where each is carried out by itself; null where the call is one. */
  part: string | null
  body: string
  now: Date
  /** What the caller gave as the reason, as it goes into the audit record. */
  reason: string | null
  /** Counts the call, once it is known that it changes something. @throws AppError `TOO_MANY_TODAY` */
  requireRoom(record: Audited): Promise<void>
}

/** Reads, and writes that are carried out together after the last read. */
export interface Work {
  find<N extends CollectionName>(name: N, id: string): Promise<Documents[N] | null>
  /** Writes a document that must be new: where there is one, everything is tried again. */
  add<N extends CollectionName>(name: N, record: Documents[N]): void
  /** As `find`, but `NOT_FOUND` when there is none. */
  get<N extends CollectionName>(name: N, id: string): Promise<Documents[N]>
  put<N extends CollectionName>(name: N, record: Documents[N]): void
  /** Takes a document away; nothing happens when it is not there. */
  remove(name: CollectionName, id: string): void
}

/** What a piece of work decided: the record to answer with, who acted, and what to tell whom once it is stored. */
export interface Outcome<R> {
  record: R
  by: Actor
  /** What of the action: the field shown, the step taken; for the audit record. */
  about?: string
  /**
   * Records of other elders that were changed with it, each with a line of its own, and what that line says of it, where the action does
   * not say it all: no reason, which may speak of the first.
   */
  besides?: { records: readonly Audited[]; about?: string }
  tells?: Telling | null | readonly Telling[]
}

/**
 * What is stored now, whether this intention has changed it, be it at an earlier call, and the messages that are stored with it and
 * still to be sent; none for a repeated call.
 */
interface Settled<R> {
  record: R
  isChanged: boolean
  messages: readonly MessageRecord[]
}

/** Refusals after an answer got lost: what was asked for before may still be carried out. */
const afterLost = new WeakSet<AppError>()

/** Whether it is certain, by what `transact` threw, that nothing was written and nothing will be. */
export const isCertain = (error: unknown): boolean => error instanceof AppError && !afterLost.has(error)

const TRIES = 12
const LOST_TRIES = 2
const PAUSE = Number(process.env.RETRY_PAUSE ?? 15)
/** Milliseconds after which nothing is tried again: the phone gives up after ten seconds. */
const BUDGET = Number(process.env.RETRY_BUDGET ?? 7000)

/**
 * Changes scarce things: reads documents by id, decides, writes them all or none, and writes the audit record.
 *
 * A conflict is tried again with a growing, random pause. When an answer was lost, the audit record tells whether the
 * work was done: its id is made from openid and key (else from the request's id), so one intention is written once.
 * Without a key nothing is audited when nothing was written; with one the call is remembered all the same. What is to be told is
 * written with it, and told only where something was.
 * @param from the collection of the record that `run` answers with
 * @throws AppError `KEY_REUSED` for a key that has been used for another wish, `TOO_MANY_TODAY`, `BUSY` when it cannot be done in time
 */
export async function transact<N extends CollectionName>(
  from: N,
  wish: Intent,
  run: (work: Work) => Promise<Outcome<Documents[N] & Audited>>,
): Promise<Settled<Documents[N]>> {
  const intent = countedOnce(wish)
  const auditId = auditIdOf(intent)
  const started = performance.now()
  let lost = 0
  let messages: readonly MessageRecord[] = []
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(async (tx) => {
        const settled = await attemptWork(tx, auditId, intent, run)
        messages = settled.messages
        return settled
      })
    } catch (error) {
      const refused = error instanceof AppError ? error : null
      const failure = refused ? 'refused' : failureOf(error)
      if (failure === 'bug') throw error
      if (failure === 'lost' && ++lost > LOST_TRIES) throw asKnown(new AppError('BUSY'), lost)
      if (failure !== 'conflict' && (intent.key !== null || lost > 0)) {
        const earlier = await find('auditLog', auditId)
        if (earlier)
          return {
            record: await sameRecord(from, earlier, intent),
            isChanged: earlier.changed,
            messages: own(earlier, intent, messages),
          }
      }
      if (refused) throw asKnown(refused, lost)
      if (attempt >= TRIES || performance.now() - started > BUDGET) throw asKnown(new AppError('BUSY'), lost)
      await pause(attempt)
    }
  }
}

/**
 * The record that a key has led to at an earlier call, for a call that is refused before it comes to `transact`; null: nothing.
 * @throws AppError `KEY_REUSED`
 */
export async function answeredBefore<N extends CollectionName>(
  from: N,
  intent: Intent,
): Promise<Documents[N] | null> {
  const earlier = intent.key === null ? null : await find('auditLog', auditIdOf(intent))
  return earlier && sameRecord(from, earlier, intent)
}

function asKnown(error: AppError, lost: number): AppError {
  if (lost > 0) afterLost.add(error)
  return error
}

/** Runs a small transaction that may be carried out twice, and leaves no line in the audit log. @throws AppError `BUSY` */
export async function retried<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
  const started = performance.now()
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(run)
    } catch (error) {
      if (error instanceof AppError || failureOf(error) === 'bug') throw error
      if (attempt >= TRIES || performance.now() - started > BUDGET) throw new AppError('BUSY')
      if (failureOf(error) === 'lost' && attempt > LOST_TRIES) throw new AppError('BUSY')
      await pause(attempt)
    }
  }
}

/**
 * As `retried`, for work that writes something to be told with it. The message, to be delivered; null where there is none. Where the
 * answer was lost and the work is found done, it is the one that was written by it.
 */
export async function retriedTelling(
  wish: string,
  now: Date,
  run: (tx: Tx) => Promise<Telling | null>,
): Promise<MessageRecord | null> {
  const id = `${wish}-${now.getTime()}`
  let isWritten = false
  const message = await retried(async (tx) => {
    const telling = await run(tx)
    if (!telling) return null
    const written = messageOf(id, telling, now, notices)
    await tx.put('messages', written)
    isWritten = true
    return written
  })
  return message === null && isWritten ? find('messages', id) : message
}

async function attemptWork<R extends Audited>(
  tx: Tx,
  auditId: string,
  intent: Intent,
  run: (work: Work) => Promise<Outcome<R>>,
): Promise<Settled<R>> {
  const writes: (() => Promise<void>)[] = []
  const work: Work = {
    find: tx.find,
    async get(name, id) {
      const found = await tx.find(name, id)
      if (!found) throw new AppError('NOT_FOUND', { id })
      return found
    },
    add: (name, record) => void writes.push(() => tx.add(name, record)),
    put: (name, changed) => void writes.push(() => tx.put(name, changed)),
    remove: (name, id) => void writes.push(() => tx.remove(name, id)),
  }
  const { record, by, about = null, besides, tells = null } = await run(work)
  const isChanged = writes.length > 0
  const tellings = isChanged && tells ? [tells].flat() : []
  const messages = tellings.map((one, nth) => messageOf(messageId(auditId, nth), one, intent.now, notices))
  if (isChanged) await intent.requireRoom(record)
  for (const write of writes) await write()
  for (const message of messages) await tx.put('messages', message)
  if (isChanged || intent.key !== null)
    await tx.add('auditLog', auditOf(auditId, intent, { record, by, about, isChanged }))
  for (const [nth, other] of (besides?.records ?? []).entries()) {
    const line = { record: other, by, about: besides?.about ?? null, isChanged }
    await tx.add('auditLog', auditOf(`${auditId}.beside-${nth}`, { ...intent, reason: null }, line))
  }
  return { record, isChanged, messages }
}

/** The same intention, which is counted once, however often it is tried. */
function countedOnce(intent: Intent): Intent {
  let isCounted = false
  return {
    ...intent,
    async requireRoom(record) {
      if (isCounted) return
      await intent.requireRoom(record)
      isCounted = true
    },
  }
}

/** One intention is written once, and each of its parts. */
function auditIdOf({ key, requestId, openid, part }: Intent): string {
  const whole = key === null ? requestId : `${openid}.${key}`
  return part === null ? whole : `${whole}.${part}`
}

/** Each happening of one intention is told once. Others may read the id, so no openid stands in it. */
const messageId = (auditId: string, nth: number) => `m-${bodyDigest(auditId)}${nth > 0 ? `-${nth}` : ''}`

/** The line that says who did what for whom. */
export function auditOf(
  id: string,
  intent: Intent,
  { record, by, about, isChanged }: { record: Audited; by: Actor; about: string | null; isChanged: boolean },
): AuditRecord {
  const { openid, action, requestId, body, reason } = intent
  return {
    id,
    district: record.district,
    at: intent.now.toISOString(),
    openid,
    name: by.name,
    role: by.role,
    relation: by.relation,
    action,
    elderId: record.elderId,
    ref: record.id,
    about,
    reason: wordsOf(record, reason),
    changed: isChanged,
    channel: by.channel,
    requestId,
    body,
  }
}

/** The record that an intention carried out before has led to. */
async function sameRecord<N extends CollectionName>(
  from: N,
  earlier: AuditRecord,
  intent: Intent,
): Promise<Documents[N]> {
  if (earlier.body !== intent.body) throw new AppError('KEY_REUSED')
  const record = await find(from, earlier.ref)
  if (!record) throw new AppError('NOT_FOUND', { id: earlier.ref })
  return record
}

/** What is told is still to be sent when it was this very call that did the work, and only its answer was lost. */
const own = (earlier: AuditRecord, intent: Intent, messages: readonly MessageRecord[]) =>
  earlier.requestId === intent.requestId ? messages : []

/** Full jitter: anything between nothing and a bound that doubles, up to half a second. */
export function pause(attempt: number): Promise<void> {
  const bound = Math.min(500, PAUSE * 2 ** attempt)
  return new Promise((resolve) => setTimeout(resolve, Math.random() * bound))
}
