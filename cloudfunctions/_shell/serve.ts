import { randomUUID } from 'node:crypto'
import type { Action, Contract, Reply } from '#types/contract'
import { AppError, commonErrors, type ErrorCode } from '#types/errors'
import * as z from '#types/z'
import { accountOn } from '../_domain/access/account-on'
import { concernOf } from '../_domain/access/concerns'
import { holdsAny } from '../_domain/access/grants'
import { inPlace } from '../_domain/access/in-place'
import { shownTexts } from '../_domain/base/shown-texts'
import { callerOpenid, find, judgeText } from './cloud'
import {
  type CallFacts,
  type Ctx,
  contextOf,
  type Handler,
  type Handlers,
  type ReadingAhead,
} from './context'
import { failureOf } from './failures'
import { deliver } from './outbox'
import { bodyDigest } from './secrets'
import { requireOn } from './switches'
import { withWhomToRing } from './whom-to-ring'

const Event = z.object({ action: z.string(), input: z.unknown() })

type AnyHandler = Handler<Action> | ReadingAhead<Action>

/** A cloud function: `exports.main = serve(contract, handlers)`. */
type Main = (event: unknown) => Promise<Reply>

/**
 * Answers the actions of one contract: who is calling, is the input valid, may they, then the handler; its reply is
 * parsed too, so that nothing leaves the cloud which the contract does not name. Only declared codes get out;
 * anything else is logged with its request id and answered as `INTERNAL`.
 */
export function serve<C extends Contract>(area: string, contract: C, handlers: Handlers<C>): Main {
  return async (event) => {
    const requestId = randomUUID()
    const called = Event.safeParse(event)
    const name = called.success ? called.data.action : ''
    const action = Object.hasOwn(contract, name) ? contract[name] : undefined
    if (!called.success || !action) return { ok: false, code: 'UNKNOWN_ACTION', requestId }

    try {
      const handler = handlers[name] as AnyHandler // the pair belongs together by construction
      return {
        ok: true,
        data: await answer(`${area}.${name}`, action, handler, called.data.input, requestId),
      }
    } catch (error) {
      return refusal(await withWhomToRing(error), action, { requestId, action: `${area}.${name}` })
    }
  }
}

async function answer(
  name: string,
  action: Action,
  handler: AnyHandler,
  raw: unknown,
  requestId: string,
): Promise<unknown> {
  const openid = callerOpenid()
  const isOpen = action.who.includes('anyone')
  if (!isOpen && openid === null) throw new AppError('NOT_SIGNED_IN')

  const input = parseInput(action, raw)
  const { key = null, ...wish } = input
  const now = new Date()
  await requireOn(name, { action, input, openid, now })
  const handle = 'begin' in handler ? handler.begin(input) : handler
  const account = isOpen || openid === null ? null : await find('accounts', openid)
  const facts: CallFacts = {
    action: name,
    who: action.who,
    openid,
    account: account && accountOn(account, now),
    now,
    requestId,
    key,
    body: digest(name, wish),
    reason: typeof input.reason === 'string' ? input.reason : null,
    daily: isCounted(input, action) ? (action.daily ?? null) : null,
  }
  const { ctx, messages, isPermitted } = contextOf(facts)

  checkAccess(action, ctx, input)
  const counting = facts.account ? inPlace(facts.account, input) : input
  if (action.shown && openid !== null && (await areRefused(openid, shownTexts(input, action.shown)))) {
    if (!isSpared(input, action)) throw new AppError('TEXT_REFUSED')
    ctx.textsHeldBack = true
    facts.reason = null // her log is read by others
  }
  const reply = await handle(ctx, counting)
  await Promise.all(messages.map(deliver))
  if (action.concerns === 'record' && !isPermitted()) throw new Error('a reply came without an access check')

  const data = action.output.parse(reply)
  return data
}

/** Names the fields that are wrong, never what was in them. */
function parseInput(action: Action, raw: unknown): { key?: string } & Record<string, unknown> {
  const parsed = action.input.safeParse(raw ?? {})
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.') || issue.code)
    throw new AppError('BAD_INPUT', { fields: [...new Set(fields)].slice(0, 10) })
  }
  return parsed.data as { key?: string } & Record<string, unknown> // every input schema is an object
}

/** Whoever could never call this action is refused before anything is read for them. */
function checkAccess(action: Action, ctx: Ctx, input: object): void {
  if (action.who.includes('anyone') || action.who.includes('signedIn')) return
  if (!holdsAny(ctx.knownAccount(), action.who)) throw new AppError('FORBIDDEN')
  if (action.concerns === 'record' || action.concerns === 'nobody') return
  ctx.permit(concernOf(input))
}

/**
 * WeChat does not approve programs that show people each other's words unchecked. When the check does not answer, the call
 * goes on: somebody may be asking for help.
 */
async function areRefused(openid: string, texts: string[]): Promise<boolean> {
  const said = texts.filter((text) => text !== '')
  if (said.length === 0) return false
  try {
    return (await judgeText(openid, said.join('\n'))) === 'risky'
  } catch (error) {
    log('content not checked', { error: described(error) })
    return false
  }
}

/** Whether a call is about somebody who may be in danger, so that it is refused neither for its words nor for how many there are. */
const isSpared = (input: Record<string, unknown>, { spared = {} }: Action): boolean => says(input, spared)

const isCounted = (input: Record<string, unknown>, action: Action): boolean =>
  !isSpared(input, action) && !says(input, action.uncounted ?? {})

/** Whether an input has one of these values in any of these fields. */
const says = (
  input: Record<string, unknown>,
  fields: Readonly<Record<string, readonly (string | boolean)[]>>,
): boolean => Object.entries(fields).some(([field, values]) => values.some((value) => value === input[field]))

function refusal(error: unknown, action: Action, about: { requestId: string; action: string }): Reply {
  const { requestId } = about
  if (error instanceof AppError && isDeclared(error.code, action)) {
    return { ok: false, code: error.code, ...(error.detail && { detail: error.detail }), requestId }
  }
  const isBusy = !(error instanceof AppError) && failureOf(error) !== 'bug'
  log(isBusy ? 'database did not answer' : 'bug', { ...about, error: described(error) })
  return { ok: false, code: isBusy ? 'BUSY' : 'INTERNAL', requestId }
}

const isDeclared = (code: ErrorCode, action: Action) =>
  (commonErrors as readonly ErrorCode[]).includes(code) ||
  action.errors.includes(code) ||
  (code === 'TOO_MANY_TODAY' && action.daily !== undefined)

const digest = (action: string, wish: object) => bodyDigest(`${action} ${JSON.stringify(wish)}`)

const described = (error: unknown) =>
  error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error)

const log = (what: string, about: object) => console.error(JSON.stringify({ what, ...about }))
