import type { MessageTemplate } from '#types/templates'
import type { AccountRecord } from '../people/records'
import type { MessageRecord, Recipient } from './records'
import type { Notices } from './telling'

/**
 * By our count: how many more messages of a template somebody must have agreed to for this one to be sent to them. 0 is tried
 * whatever was counted; from 2 on the last yes is kept for what matters more, as it is where they are told again.
 */
function yesesFor(
  { isAgain }: Recipient,
  { kind }: Pick<MessageRecord, 'kind'>,
  { kinds, weights }: Notices,
): number {
  if (isAgain) return weights.step
  const { weight } = kinds[kind]
  return weights[weight as keyof typeof weights] // a test reads the table with its words
}

/** Whether our count decides about a message, so that the accounts of those who are due have to be read. */
export const isCounted = (
  message: Pick<MessageRecord, 'kind' | 'to'>,
  template: MessageTemplate | null,
  notices: Notices,
): boolean =>
  template !== null && !template.isLong && message.to.some((one) => yesesFor(one, message, notices) > 0)

/**
 * The message without those on whom it would be spent for nothing, or who keep their last yes for what matters more. Where nobody has
 * counted it is tried: the yes of a tap that could not be recorded is a yes. Without a template it goes to nobody.
 * @param accounts of everybody who is due, where the message `isCounted`
 */
export function whereWorthIt(
  message: MessageRecord,
  {
    template,
    accounts,
    notices,
  }: { template: MessageTemplate | null; accounts: readonly AccountRecord[]; notices: Notices },
): MessageRecord {
  const isWorthIt = (one: Recipient): boolean => {
    if (template === null) return false
    const left = accounts.find(({ id }) => id === one.openid)?.grants?.[template.id]
    return left === undefined || template.isLong || left >= yesesFor(one, message, notices)
  }
  const to = message.to.map((one) =>
    one.state === 'due' && !isWorthIt(one) ? { ...one, state: 'kept' as const } : one,
  )
  return { ...message, to }
}

/** Those whose message this attempt has sent, and those whom WeChat has refused, by their openids. */
export function spentBy(
  before: Pick<MessageRecord, 'to'>,
  after: Pick<MessageRecord, 'to'>,
): { sent: string[]; refused: string[] } {
  const now = after.to.filter((_, at) => before.to[at]?.state === 'due')
  const of = (state: 'sent' | 'refused') =>
    now.filter((one) => one.state === state).map(({ openid }) => openid)
  return { sent: of('sent'), refused: of('refused') }
}
