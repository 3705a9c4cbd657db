import { most } from '#types/limits'
import type { Notice } from '#types/notices'
import { accountOn } from '../_domain/access/account-on'
import { isCounted, spentBy, whereWorthIt } from '../_domain/messages/grants'
import { messageData } from '../_domain/messages/message-data'
import type { MessageRecord, Recipient, Telling } from '../_domain/messages/records'
import { overtakenBy } from '../_domain/messages/standing-news'
import { type Standing, standsOf, whereStillSo } from '../_domain/messages/still-so'
import {
  type Attempt,
  amongNear,
  attempted,
  claimedBefore,
  hasLain,
  messageOf,
  takenUp,
  toAskFor,
  untold,
} from '../_domain/messages/telling'
import type { AccountRecord } from '../_domain/people/records'
import { command, find, select, sendMessage, updateWhere } from './cloud'
import { failureOf } from './failures'
import { notices } from './policies'
import { templates } from './templates'
import { retried } from './transact'

/** Milliseconds after which a call no longer waits for its messages: what was not sent by then, the clock sends. */
const PATIENCE = 3000

/** WeChat's code for somebody who has not agreed to another message. */
const NOT_AGREED = 43101

/**
 * Sends a message that is stored already to all who are due, at once, and writes down what became of it. Whoever did not get it
 * finds it on their home page. Never fails: what is told has happened, and the clock sends what is left.
 * @returns the message after that; null where nobody knows what became of it
 */
export async function deliver(stored: MessageRecord): Promise<MessageRecord | null> {
  try {
    const after = await sent(stored)
    const { to, tries, claimedAt, isLeft } = after
    if (stored.tries === 0) await keepForHome(after)
    else await takeOffHome(stored, after)
    await updateWhere('messages', { _id: stored.id }, { to, tries, claimedAt, isLeft })
    await countDown(stored, after)
    return after
  } catch (error) {
    log('message not settled', { message: stored.id, error: String(error) })
    return null
  }
}

/** Writes a message that belongs to no other change, once, and sends it. @returns false where it was told before */
export async function tellOnce(id: string, telling: Telling, now: Date): Promise<boolean> {
  const message = messageOf(id, telling, now, notices)
  const isNew = await retried(async (tx) => {
    if (await tx.find('messages', id)) return false
    await tx.put('messages', message)
    return true
  })
  if (isNew) await deliver(message)
  return isNew
}

/**
 * Sends what was left of a message, unless somebody else is at it.
 * @returns the message after that; null where nothing was sent, or nobody knows what became of it
 */
export async function deliverLeft(id: string, now: Date): Promise<MessageRecord | null> {
  const isFree = command.or([
    { _id: id, isLeft: true, claimedAt: null },
    { _id: id, isLeft: true, claimedAt: command.lt(claimedBefore(now)) },
  ])
  const before = await find('messages', id)
  if (!before) return null
  const taken = takenUp(before, now)
  if ((await updateWhere('messages', isFree, { claimedAt: taken.claimedAt, to: taken.to })) === 0) return null
  return deliver(taken)
}

/** The message after one attempt. While it cannot be asked who may still know of it, nobody is told, and the clock tries again. */
async function sent(stored: MessageRecord): Promise<MessageRecord> {
  const message = await toWhomItMatters(stored).catch(() => null)
  if (!message) return attempted(stored, [], notices)
  const due = message.to.filter(({ state }) => state === 'due')
  return attempted(message, await sentTo(message, due), notices)
}

/**
 * Asks whether those who wanted it may still know what becomes of it: a relative may have left or been sent away. Of what lay for
 * a while, whether it is still so as well: nobody is called to a door where somebody has been.
 */
async function toWhomItMatters(stored: MessageRecord): Promise<MessageRecord> {
  if (!hasLain(stored)) return toThoseNear(stored)
  const [message, record] = await Promise.all([toThoseNear(stored), told(stored)])
  return whereStillSo(message, record, new Date())
}

/** The record of which a message says how it stands; null where it says what happened. */
function told({ kind, ref }: MessageRecord): Promise<Standing | null> {
  switch (standsOf(kind)) {
    case 'visits':
      return find('visits', ref)
    case 'mealOrders':
      return find('mealOrders', ref)
    case 'menus':
      return find('menus', ref)
    case null:
      return Promise.resolve(null)
  }
}

async function toThoseNear(message: MessageRecord): Promise<MessageRecord> {
  const template = templates[message.template]
  const asked = toAskFor(message)
  const due = message.to.filter(({ state }) => state === 'due')
  const read = isCounted(message, template, notices) ? due : asked
  const accounts = await accountsOf(read.map(({ openid }) => openid))
  const near = asked.length > 0 ? amongNear(message, asked, accounts) : message
  return whereWorthIt(near, { template, accounts, notices })
}

async function accountsOf(openids: readonly string[]): Promise<AccountRecord[]> {
  if (openids.length === 0) return []
  const now = new Date()
  const accounts = await select('accounts', { where: { _id: command.in(openids) }, limit: openids.length })
  return accounts.map((account) => accountOn(account, now))
}

async function sentTo(message: MessageRecord, due: readonly Recipient[]): Promise<Attempt[]> {
  const attempts: Attempt[] = due.map(() => 'notTried')
  let timer: ReturnType<typeof setTimeout> | undefined
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE)
  })
  const all = due.map(async (one, at) => {
    attempts[at] = 'noAnswer' // until it answers
    attempts[at] = await attempt(message, one)
  })
  await Promise.race([Promise.all(all), enough])
  clearTimeout(timer)
  return [...attempts]
}

async function attempt(message: MessageRecord, one: Recipient): Promise<Attempt> {
  const template = templates[message.template]
  if (!template) return 'notTried' // nobody is due then
  try {
    await sendMessage({
      touser: one.openid,
      templateId: template.id,
      page: one.said.page,
      data: messageData(template, one.said),
    })
    return 'sent'
  } catch (error) {
    if (Object(error).errCode === NOT_AGREED) return 'refused'
    log('message not sent', { message: message.id, kind: message.kind, error: String(error) })
    return failureOf(error) === 'lost' ? 'noAnswer' : 'failed'
  }
}

/** One yes less for whoever got a message, and none for whom WeChat has refused one: it counts better than we do. */
async function countDown(before: MessageRecord, after: MessageRecord): Promise<void> {
  const template = templates[before.template]
  if (!template || template.isLong) return
  const { sent, refused } = spentBy(before, after)
  const left = `grants.${template.id}`
  const countedOf = (openids: readonly string[]) => ({ _id: command.in(openids), [left]: command.gt(0) })
  if (sent.length > 0)
    await updateWhere('accounts', countedOf(sent), { grants: { [template.id]: command.inc(-1) } })
  if (refused.length > 0)
    await updateWhere('accounts', { _id: command.in(refused) }, { grants: { [template.id]: 0 } })
}

async function keepForHome(message: MessageRecord): Promise<void> {
  const openids = untold(message)
  if (openids.length === 0) return
  const { id, kind, elderId, ref, at } = message
  const notice: Notice = { id, kind, elderId, ref, at }
  const ofStrangers = notices.ofStrangers.includes(kind) && { position: 0 } // the first to go, so that they push nothing off
  await takeOffOvertaken(notice, openids)
  const push = command.push({ each: [notice], slice: -most.notices, ...ofStrangers })
  await updateWhere(
    'accounts',
    { _id: command.in(openids), 'notices.id': command.neq(id) },
    { notices: push },
  )
}

/** What stood there of how the same meal or visit was before is not shown any more, and makes room for what is of others. */
async function takeOffOvertaken({ kind, ref, at }: Notice, openids: readonly string[]): Promise<void> {
  const kinds = overtakenBy(kind)
  if (kinds.length === 0) return
  const earlier = command.pull({ ref, kind: command.in(kinds), at: command.lt(at) })
  await updateWhere('accounts', { _id: command.in(openids), 'notices.ref': ref }, { notices: earlier })
}

/** Who got it in the end, or need it no more, does not find it there as well. */
async function takeOffHome(before: MessageRecord, after: MessageRecord): Promise<void> {
  const { id } = before
  const still = untold(after)
  const openids = untold(before).filter((openid) => !still.includes(openid))
  if (openids.length === 0) return
  const off = command.pull({ id })
  await updateWhere('accounts', { _id: command.in(openids), 'notices.id': id }, { notices: off })
}

const log = (what: string, about: object) => console.error(JSON.stringify({ what, ...about }))
