import type { Scope } from '#types/contract'
import type { NoticeKind } from '#types/notices'
import type { TemplateName } from '#types/templates'
import type { Instant } from '#types/values'
import { atDoors, isAssignable, relationTo } from '../access/holdings'
import type { AccountRecord } from '../people/records'
import type { MessageRecord, Recipient, Said, Telling, ToldAs } from './records'

/** Who is told of what, and when it is said again; data. */
export interface Notices {
  /** So often a message is tried. */
  tries: number
  /** Minutes for which whoever heard of something urgent that was called off is told of the next as of the same. */
  againWithin: number
  /** By how much it matters: so many yeses must be left to somebody, by our count, for a message to be tried. */
  weights: { readonly must: number; readonly result: number; readonly step: number }
  kinds: Record<NoticeKind, { template: string; weight: string; isUrgent?: boolean; to: readonly string[] }>
}

/** The openids that can be reached, by what they are told as. */
export type Reachable = { readonly [As in ToldAs]?: readonly (string | null)[] }

/** What happened, and to which record. */
type Happening = Omit<Telling, 'to'>

/**
 * A happening for everybody whom the table names and who can be reached, each once, in the table's order; null where that is
 * nobody. Nobody is told of what they did themselves.
 * @param by openid of whoever did it; null where nobody did
 */
export function tell(
  happening: Happening,
  {
    by,
    reach,
    say,
    notices,
  }: { by: string | null; reach: Reachable; say(as: ToldAs, openid: string): Said; notices: Notices },
): Telling | null {
  const told = new Map<string, { as: ToldAs; said: Said }>()
  for (const as of notices.kinds[happening.kind].to as readonly ToldAs[]) // a test reads the table with its words
    for (const openid of reach[as] ?? [])
      if (openid !== null && openid !== by && !told.has(openid))
        told.set(openid, { as, said: say(as, openid) })
  const to = [...told].map(([openid, one]) => ({ openid, ...one }))
  return to.length > 0 ? { ...happening, to } : null
}

/** The message as it is written beside what it tells; whoever writes it sends it. */
export function messageOf(
  id: string,
  { to, ...telling }: Telling,
  now: Date,
  notices: Notices,
): MessageRecord {
  const { template, isUrgent = false } = notices.kinds[telling.kind]
  const at = now.toISOString()
  return {
    ...telling,
    id,
    template: template as TemplateName, // a test reads the table with its words
    isUrgent,
    to: to.map((one) => ({ ...one, state: 'due' })),
    at,
    tries: 0,
    claimedAt: at,
    isLeft: true,
  }
}

/** How one attempt to send ended, for one person. */
export type Attempt = 'sent' | 'refused' | 'noAnswer' | 'failed' | 'notTried'

/**
 * The message after it was tried for those who were due, in their order. A refusal is final; where no answer came it is not
 * repeated, unless it is urgent: it may have arrived. What failed is tried again, a few times in all.
 */
export function attempted(
  message: MessageRecord,
  attempts: readonly Attempt[],
  notices: Notices,
): MessageRecord {
  const tries = message.tries + 1
  const isLast = tries >= notices.tries
  const left = [...attempts]
  const to = message.to.map((one) =>
    one.state === 'due'
      ? { ...one, state: afterAttempt(left.shift() ?? 'notTried', message.isUrgent, isLast) }
      : one,
  )
  return { ...message, to, tries, claimedAt: null, isLeft: to.some(({ state }) => state === 'due') }
}

function afterAttempt(
  attempt: Attempt,
  isUrgent: boolean,
  isLast: boolean,
): MessageRecord['to'][number]['state'] {
  switch (attempt) {
    case 'sent':
    case 'refused':
      return attempt
    case 'noAnswer':
      return isUrgent && !isLast ? 'due' : 'unknown'
    default:
      return isLast ? 'givenUp' : 'due'
  }
}

/** Minutes after which whoever sent a message has stopped doing so. */
const SENDING = 2

/** Until when a message must have been claimed for somebody else to send it now. */
export const claimedBefore = (now: Date): Instant => new Date(now.getTime() - SENDING * 60_000).toISOString()

/**
 * What of a message that was left lying may be sent now: whoever sent it may have been stopped after sending and before
 * writing that down, so an ordinary one that was under way is not sent again.
 */
export function takenUp(message: MessageRecord, now: Date): MessageRecord {
  const isDoubtful = message.claimedAt !== null && !message.isUrgent
  const to = message.to.map((one) =>
    isDoubtful && one.state === 'due' ? { ...one, state: 'unknown' as const } : one,
  )
  return { ...message, to, claimedAt: now.toISOString() }
}

/** Those who have not got it and may know of it, for their home pages. */
export const untold = ({ to }: Pick<MessageRecord, 'to'>): string[] =>
  to.filter(({ state }) => state !== 'sent' && state !== 'gone').map(({ openid }) => openid)

/** Whether nothing is left to be sent of a message, and nobody is known to have got it. */
export const reachedNobody = ({ isLeft, to }: Pick<MessageRecord, 'isLeft' | 'to'>): boolean =>
  !isLeft && !to.some(({ state }) => state === 'sent')

/** Whether a message was not sent with what it tells: since then things may have changed. */
export const hasLain = ({ tries, claimedAt, at }: MessageRecord): boolean => tries > 0 || claimedAt !== at

/**
 * Of whom it has to be asked before sending whether they may know of it still: whoever asked may have left since, whoever was found
 * near her or at work only where the message lay for a while.
 */
export function toAskFor(message: MessageRecord): Recipient[] {
  const isAsked = ({ as }: Recipient) => as === 'asker' || as === 'elder' || hasLain(message)
  return message.to.filter((one) => one.state === 'due' && isAsked(one))
}

/** What lets somebody know of it: of a meal or a visit who may see or order, of what she is recognised as who may order. */
const knowing = (kind: NoticeKind): readonly Scope[] =>
  kind === 'applicationDecided' ? ['order'] : ['view', 'order']

const isNearAs = (as: ToldAs) => as === 'asker' || as === 'elder' || as === 'family'

/** Whether somebody told at work still works as that; whose task it is may be any of those who go to doors. */
function worksAs(account: AccountRecord, as: Exclude<ToldAs, 'asker' | 'elder' | 'family'>): boolean {
  if (as === 'helper') return atDoors(account) !== undefined
  return isAssignable(account, as === 'helpers' ? 'volunteer' : as)
}

/** The message without those of whom it was asked and who may not know of it any more; what names nobody may be known. */
export function amongNear(
  message: MessageRecord,
  asked: readonly Recipient[],
  accounts: readonly AccountRecord[],
): MessageRecord {
  const { elderId, kind } = message
  const isNear = (account: AccountRecord) =>
    elderId === null || knowing(kind).some((scope) => relationTo(account, elderId, scope)?.diedOn === null)
  const mayKnow = ({ openid, as }: Recipient) => {
    const account = accounts.find(({ id }) => id === openid)
    return account !== undefined && (isNearAs(as) ? isNear(account) : worksAs(account, as))
  }
  const isGone = (one: Recipient) => asked.some(({ openid }) => openid === one.openid) && !mayKnow(one)
  return { ...message, to: message.to.map((one) => (isGone(one) ? { ...one, state: 'gone' as const } : one)) }
}
