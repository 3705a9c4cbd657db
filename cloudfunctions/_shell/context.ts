import type { Actor, Channel } from '#types/actors'
import type { Action, Bounded, Contract, InputOf, ReplyOf, Who } from '#types/contract'
import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import type { Concern } from '../_domain/access/concerns'
import { type Grant, grantFor, isByStaff, refusalTo } from '../_domain/access/grants'
import type { CollectionName, Documents } from '../_domain/documents'
import type { MessageRecord } from '../_domain/messages/records'
import type { AccountRecord } from '../_domain/people/records'
import { requireRoomToday } from './bounds'
import { putAlone } from './cloud'
import {
  type Audited,
  answeredBefore,
  auditOf,
  type Intent,
  type Outcome,
  transact,
  type Work,
} from './transact'

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
  /** WeChat's check did not let the words of this call through, and it goes on all the same (`spared` of its contract). */
  textsHeldBack: boolean
  /** The capacity in which the caller may act for those concerned. @throws AppError `FORBIDDEN` */
  permit(concern: Concern): Grant
  /** The same, where it does not matter if they may not: then they act in the capacity found before. */
  may(concern: Concern): boolean
  /** Whether the caller may do what was permitted last for this elder too; they act for her then. */
  mayFor(elderId: string): boolean
  /** Who acts, in the capacity found by the last `permit` and under its name, for histories and the audit record. */
  actor(channel?: Channel): Actor
  /** The account of a caller who may have none yet: an openid, at least. */
  callerId(): string
  /** The account of a caller who is signed in and known. @throws AppError `FORBIDDEN` */
  knownAccount(): AccountRecord
  /** Changes scarce things, all or none (see `transact`); what it tells goes out once the work is stored. */
  transact<N extends CollectionName>(from: N, run: Run<N>): Promise<Documents[N]>
  /** What the call's key has led to before, for one that is refused before it comes so far; null: nothing. @throws AppError `KEY_REUSED` */
  answeredBefore<N extends CollectionName>(from: N): Promise<Documents[N] | null>
  /** As `transact`, where one call does so more than once; also whether it was this call that changed the part, be it at an earlier try. */
  transactPart<N extends CollectionName>(
    part: string,
    from: N,
    run: Run<N>,
  ): Promise<{ record: Documents[N]; isChanged: boolean }>
  /**
   * Counts the call where the caller does such a thing only so often a day; `transact` does so by itself.
   * @throws AppError `TOO_MANY_TODAY`
   */
  requireRoom(about: Audited): Promise<void>
  /**
   * Writes down that somebody looked, once for each wish (what, of whom, why) and local date; per `day`, once for each action, record
   * and local date, whatever was typed.
   */
  look(record: Audited, about: string | null, per?: 'wish' | 'day'): Promise<void>
}

type Run<N extends CollectionName> = (work: Work) => Promise<Outcome<Documents[N] & Audited>>

export type Handler<A extends Action> = (ctx: Ctx, input: InputOf<A>) => Promise<ReplyOf<A>>

/**
 * A handler that begins to read before it is known who asks, at the same time as the account is read. Nothing of it gets out before the
 * access check: the rest is the handler that `begin` gives.
 */
export interface ReadingAhead<A extends Action> {
  begin(input: InputOf<A>): Handler<A>
}
export type Handlers<C extends Contract> = { [Name in keyof C]: Handler<C[Name]> | ReadingAhead<C[Name]> }

/** What is read ahead. Where the caller is refused nobody waits for it any more, and it may fail unheard. */
export function ahead<T>(reading: Promise<T>): Promise<T> {
  reading.catch(() => undefined)
  return reading
}

/** What `serve` knows of one call. */
export interface CallFacts {
  action: string
  who: readonly Who[]
  openid: string | null
  account: AccountRecord | null
  now: Date
  requestId: string
  key: string | null
  body: string
  /** What the caller gave as the reason, for the audit record. */
  reason: string | null
  /** As what the call is counted; null where nobody counts it. */
  daily: Bounded | null
}

/** The context of one call. `messages` collects what is to be sent afterwards, `isPermitted` whether access was checked. */
export function contextOf(facts: CallFacts): {
  ctx: Ctx
  messages: MessageRecord[]
  isPermitted(): boolean
} {
  const { account, openid } = facts
  const messages: MessageRecord[] = []
  let granted: Grant | null = null
  let permitted: Concern = {}

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
  const requireRoom = async (about: Audited) => {
    if (facts.daily === null || (granted && isByStaff(granted))) return
    await requireRoomToday({ openid: callerId(), what: facts.daily, now: facts.now }, about)
  }
  const intent = () => intentOf(facts, callerId(), requireRoom)
  const ctx: Ctx = {
    now: facts.now,
    requestId: facts.requestId,
    openid,
    account,
    body: facts.body,
    key: facts.key,
    textsHeldBack: false,
    knownAccount,
    permit(concern) {
      granted = grantFor(knownAccount(), facts.who, concern)
      permitted = concern
      if (!granted) throw refusalTo(knownAccount(), facts.who, concern)
      return granted
    },
    may(concern) {
      const found = grantFor(knownAccount(), facts.who, concern)
      granted = found ?? granted
      return found !== null
    },
    mayFor: (elderId) => ctx.may({ ...permitted, elderId }),
    actor: (channel = 'app') => {
      const { role, relation, name } = grant()
      const isNear = role === 'elder' || relation !== null // only staff write down how somebody else asked
      const by = isNear ? 'app' : channel
      return { name, role, relation: relation?.relation ?? null, channel: by }
    },
    callerId,
    async transact(from, run) {
      const { record, messages: written } = await transact(from, intent(), run)
      messages.push(...written)
      return record
    },
    answeredBefore: (from) => answeredBefore(from, intent()),
    async transactPart(part, from, run) {
      const { messages: written, ...settled } = await transact(from, { ...intent(), part }, run)
      messages.push(...written)
      return settled
    },
    requireRoom,
    async look(record, about, per = 'wish') {
      const { id } = knownAccount()
      const what = per === 'wish' ? facts.body : facts.action
      const lookId = `${id}.look.${what}.${record.id}.${localDate(facts.now)}`
      const line = { record, by: ctx.actor(), about, isChanged: true }
      await putAlone('auditLog', auditOf(lookId, intent(), line))
    },
  }
  return { ctx, messages, isPermitted: () => granted !== null }
}

function intentOf(facts: CallFacts, openid: string, requireRoom: Intent['requireRoom']): Intent {
  const { action, requestId, key, body, now, reason } = facts
  return { action, requestId, key, part: null, body, now, reason, openid, requireRoom }
}
