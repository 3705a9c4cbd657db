import type { Actor, Channel } from '#types/actors'
import type { Action, Contract, InputOf, ReplyOf, Who } from '#types/contract'
import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import type { Concern } from '../_domain/access/concerns'
import { type Grant, grantFor } from '../_domain/access/grants'
import type { CollectionName, Documents } from '../_domain/documents'
import type { AccountRecord } from '../_domain/people/records'
import { putAlone, type SubscribeMessage } from './cloud'
import { type Audited, auditOf, type Intent, type Outcome, transact, type Work } from './transact'

/** What a handler knows of the call besides its input. */
export interface Ctx {
  now: Date
  requestId: string
  openid: string | null
  /** Null for an openid without an account, and in actions open to everybody. */
  account: AccountRecord | null
  /** Digest of action and input without the key: two calls with the same digest want the same. */
  body: string
  key: string | null
  /** The capacity in which the caller may act for those concerned. @throws AppError `FORBIDDEN` */
  permit(concern: Concern): Grant
  /** Who acts, in the capacity found by the last `permit`, for histories and the audit record. */
  actor(channel?: Channel): Actor
  /** The account of a caller who may have none yet: an openid, at least. */
  callerId(): string
  /** The account of a caller who is signed in and known. @throws AppError `FORBIDDEN` */
  knownAccount(): AccountRecord
  /** Changes scarce things, all or none (see `transact`); the message goes out once the work is stored. */
  transact<N extends CollectionName>(
    from: N,
    run: (work: Work) => Promise<Outcome<Documents[N] & Audited>>,
  ): Promise<Documents[N]>
  /** As `transact`, for a caller whom this very call makes known: who they are is an argument. */
  transactAs<N extends CollectionName>(
    name: string,
    from: N,
    run: (work: Work) => Promise<Outcome<Documents[N] & Audited>>,
  ): Promise<Documents[N]>
  /** Writes down that somebody looked, once for each wish (what, of whom, why) and local date. */
  look(record: Audited, about: string | null): Promise<void>
}

export type Handler<A extends Action> = (ctx: Ctx, input: InputOf<A>) => Promise<ReplyOf<A>>
export type Handlers<C extends Contract> = { [Name in keyof C]: Handler<C[Name]> }

/** What `serve` knows of one call. */
interface CallFacts {
  action: string
  who: readonly Who[]
  openid: string | null
  account: AccountRecord | null
  now: Date
  requestId: string
  key: string | null
  body: string
  reason: string | null
}

/** The context of one call. `messages` collects what is to be sent afterwards, `isPermitted` whether access was checked. */
export function contextOf(facts: CallFacts): {
  ctx: Ctx
  messages: SubscribeMessage[]
  isPermitted(): boolean
} {
  const { account, openid } = facts
  const messages: SubscribeMessage[] = []
  let granted: Grant | null = null

  const knownAccount = () => {
    if (!account) throw new AppError('FORBIDDEN')
    return account
  }
  const callerId = () => {
    if (openid === null) throw new AppError('NOT_SIGNED_IN')
    return openid
  }
  const grant = () => {
    if (!granted) throw new Error('the capacity was asked for before it was checked')
    return granted
  }
  const ctx: Ctx = {
    now: facts.now,
    requestId: facts.requestId,
    openid,
    account,
    body: facts.body,
    key: facts.key,
    knownAccount,
    permit(concern) {
      granted = grantFor(knownAccount(), facts.who, concern)
      if (!granted) throw new AppError('FORBIDDEN')
      return granted
    },
    actor: (channel = 'app') => {
      const { role, relation } = grant()
      const isNear = role === 'elder' || relation !== null // only staff write down how somebody else asked
      const by = isNear ? 'app' : channel
      return { name: knownAccount().name, role, relation: relation?.relation ?? null, channel: by }
    },
    callerId,
    transact: (from, run) => ctx.transactAs(knownAccount().name, from, run),
    async transactAs(name, from, run) {
      const { record, message } = await transact(from, intentOf(facts, callerId(), name), run)
      if (message) messages.push(message)
      return record
    },
    async look(record, about) {
      const { id, name } = knownAccount()
      const lookId = `${id}.look.${facts.body}.${record.id}.${localDate(facts.now)}`
      const line = { record, by: ctx.actor(), about, isChanged: true }
      await putAlone('auditLog', auditOf(lookId, intentOf(facts, id, name), line))
    },
  }
  return { ctx, messages, isPermitted: () => granted !== null }
}

function intentOf(facts: CallFacts, openid: string, name: string): Intent {
  const { action, requestId, key, body, now, reason } = facts
  return { action, requestId, key, body, now, reason, openid, name }
}
