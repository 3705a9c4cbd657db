import { AppError } from '#types/errors'
import type { Actor } from '#types/meals'
import type { AuditRecord } from '../_domain/records/people'
import { find, runOnce, type SubscribeMessage, type Tx } from './cloud'
import type { CollectionName, Documents } from './documents'
import { failureOf } from './failures'

/** A record that belongs to an elder and can be audited. */
export interface Audited {
  id: string
  district: string
  elderId: string
}

/** Who does what under which key; `body` is the digest of the request. */
export interface Intent {
  action: string
  openid: string
  name: string
  requestId: string
  key: string | null
  body: string
  now: Date
}

/** Reads, and writes that are carried out together after the last read. */
export interface Work {
  find<N extends CollectionName>(name: N, id: string): Promise<Documents[N] | null>
  /** As `find`, but `NOT_FOUND` when there is none. */
  get<N extends CollectionName>(name: N, id: string): Promise<Documents[N]>
  put<N extends CollectionName>(name: N, record: Documents[N]): void
}

/** What a piece of work decided: the record to answer with, who acted, and whom to tell once it is stored. */
export interface Outcome<R> {
  record: R
  by: Actor
  message?: SubscribeMessage | null
}

/** What is stored now, and the message that its change asks for; none for a repeated call. */
export interface Settled<R> {
  record: R
  message: SubscribeMessage | null
}

const TRIES = 12
const LOST_TRIES = 2
const PAUSE = Number(process.env.RETRY_PAUSE ?? 15)

/**
 * Changes scarce things: reads documents by id, decides, writes them all or none, and writes the audit record.
 *
 * A conflict is tried again with a growing, random pause. When an answer was lost, the audit record tells whether the
 * work was done: its id is made from openid and key (else from the request's id), so one intention is written once.
 * Nothing is audited when nothing was written.
 * @param from the collection of the record that `run` answers with
 * @throws AppError `KEY_REUSED` for a key that has been used for another wish, `BUSY` when it cannot be done in time
 */
export async function transact<N extends CollectionName>(
  from: N,
  intent: Intent,
  run: (work: Work) => Promise<Outcome<Documents[N] & Audited>>,
): Promise<Settled<Documents[N]>> {
  const auditId = intent.key === null ? intent.requestId : `${intent.openid}.${intent.key}`
  let lost = 0
  for (let attempt = 1; ; attempt++) {
    try {
      const { isWritten, ...settled } = await runOnce((tx) => attemptWork(tx, auditId, intent, run))
      if (!isWritten && intent.key !== null) await requireSameWish(auditId, intent)
      return settled
    } catch (error) {
      if (error instanceof AppError) {
        return await done(from, auditId, intent, { look: intent.key !== null || lost > 0, otherwise: error })
      }
      const failure = failureOf(error)
      if (failure === 'bug') throw error
      if (failure === 'lost' && ++lost > LOST_TRIES) throw new AppError('BUSY')
      if (failure !== 'conflict') {
        const earlier = await find('auditLog', auditId)
        if (earlier) return await sameAnswer(from, earlier, intent)
      }
      if (attempt >= TRIES) throw new AppError('BUSY')
      await pause(attempt)
    }
  }
}

async function attemptWork<R extends Audited>(
  tx: Tx,
  auditId: string,
  intent: Intent,
  run: (work: Work) => Promise<Outcome<R>>,
): Promise<Settled<R> & { isWritten: boolean }> {
  const writes: (() => Promise<void>)[] = []
  const {
    record,
    by,
    message = null,
  } = await run({
    find: tx.find,
    async get(name, id) {
      const found = await tx.find(name, id)
      if (!found) throw new AppError('NOT_FOUND', { id })
      return found
    },
    put: (name, changed) => void writes.push(() => tx.put(name, changed)),
  })
  if (writes.length === 0) return { record, message: null, isWritten: false }
  for (const write of writes) await write()
  await tx.add('auditLog', auditOf(auditId, intent, record, by))
  return { record, message, isWritten: true }
}

function auditOf(id: string, intent: Intent, record: Audited, by: Actor): AuditRecord {
  const { openid, name, action, requestId, body } = intent
  return {
    id,
    district: record.district,
    at: intent.now.toISOString(),
    openid,
    name,
    role: by.role,
    action,
    elderId: record.elderId,
    ref: record.id,
    channel: by.channel,
    requestId,
    body,
  }
}

/** Nothing had to be written, as for a repeated call; a key that has served another wish is refused all the same. */
async function requireSameWish(auditId: string, intent: Intent): Promise<void> {
  const earlier = await find('auditLog', auditId)
  if (earlier && earlier.body !== intent.body) throw new AppError('KEY_REUSED')
}

/** A refusal may only mean that the same intention has been carried out before: then its record is the answer. */
async function done<N extends CollectionName>(
  from: N,
  auditId: string,
  intent: Intent,
  { look, otherwise }: { look: boolean; otherwise: AppError },
): Promise<Settled<Documents[N]>> {
  const earlier = look ? await find('auditLog', auditId) : null
  if (!earlier) throw otherwise
  return sameAnswer(from, earlier, intent)
}

async function sameAnswer<N extends CollectionName>(
  from: N,
  earlier: AuditRecord,
  intent: Intent,
): Promise<Settled<Documents[N]>> {
  if (earlier.body !== intent.body) throw new AppError('KEY_REUSED')
  const record = await find(from, earlier.ref)
  if (!record) throw new AppError('NOT_FOUND', { id: earlier.ref })
  return { record, message: null }
}

/** Full jitter: anything between nothing and a bound that doubles, up to half a second. */
function pause(attempt: number): Promise<void> {
  const bound = Math.min(500, PAUSE * 2 ** attempt)
  return new Promise((resolve) => setTimeout(resolve, Math.random() * bound))
}
