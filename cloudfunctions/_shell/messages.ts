import type { Actor } from '#types/actors'
import type { Scope } from '#types/contract'
import { localDate } from '#types/days'
import type { LocalDate } from '#types/values'
import { applicationStateWord } from '#types/words/eligibility/application-states'
import { orderStateWord } from '#types/words/meals/order-states'
import { outcomeWord } from '#types/words/visits/outcomes'
import { visitStateWord } from '#types/words/visits/states'
import { accountOn } from '../_domain/access/account-on'
import { mayBeTold, scopesTo } from '../_domain/access/news'
import { instantAt, localTime } from '../_domain/base/calendar'
import type { ApplicationRecord } from '../_domain/eligibility/records'
import type { MealOrderRecord } from '../_domain/meals/records'
import type { ElderRecord } from '../_domain/people/records'
import type { VisitRecord } from '../_domain/visits/records'
import type { SubscribeMessage } from './cloud'
import type { Work } from './transact'

/**
 * Ids of the subscribe messages' templates. They come from the mini-program's console as variables of the function; the
 * phone is built with the same ids (`MESSAGE_TEMPLATES`). All of them need the fields thing1, thing2, time3 and phrase4.
 */
const templates = {
  meal: process.env.TEMPLATE_MEAL || 'demo-template-meal',
  visit: process.env.TEMPLATE_VISIT || 'demo-template-visit',
  application: process.env.TEMPLATE_APPLICATION || 'demo-template-application',
}

/** Longest text that a `thing` field and a `phrase` field take, in characters. */
const THING_LENGTH = 20
const PHRASE_LENGTH = 5

/** For whom it was wanted, and what somebody near her has to be let in for to be told. */
interface Wanted {
  elderId: string
  scopes: readonly Scope[]
  /** Who wanted it, where staff are told of what they wanted themselves. */
  by?: Pick<Actor, 'role'>
  now: Date
}

/**
 * A message, if whoever is to be told may still know: a relative may have left or been sent away, even while they booked. Asked
 * inside the transaction that the message is of.
 */
export async function ifStillNear(
  work: Pick<Work, 'find'>,
  { elderId, by, scopes, now }: Wanted,
  said: SubscribeMessage | null,
): Promise<SubscribeMessage | null> {
  const isByStaff = by !== undefined && by.role !== 'family' && by.role !== 'elder'
  if (said === null || isByStaff) return said
  const found = await work.find('accounts', said.touser)
  const account = found && accountOn(found, localDate(now))
  return account && mayBeTold(scopesTo(account, elderId), scopes) ? said : null
}

/** What lets somebody know what becomes of a meal or a visit. */
export const nearby: readonly Scope[] = ['view', 'order']

/** Tells whoever booked what the station decided; null when nobody can be told. */
export function orderMessage(order: MealOrderRecord): SubscribeMessage | null {
  return message(order.notify, {
    templateId: templates.meal,
    page: 'pages/bookings/index',
    who: order.elderName,
    what: `${order.stationName} ${order.setName}`,
    at: order.startsAt,
    state: orderStateWord[order.state],
  })
}

/** Tells whoever asked that somebody goes, or what was found. */
export function visitMessage(visit: VisitRecord, now: Date): SubscribeMessage | null {
  const isReported = visit.report !== null
  return message(visit.notify, {
    templateId: templates.visit,
    page: `pages/visit/index?visitId=${visit.id}`,
    who: visit.elderName,
    what: `${visit.helper?.name ?? ''}${isReported ? '去看过了' : '正要去看望'}`,
    at: now.toISOString(),
    state: visit.report ? outcomeWord[visit.report.outcome] : visitStateWord.claimed,
  })
}

/** Tells whoever applied what was decided. */
export function applicationMessage(application: ApplicationRecord): SubscribeMessage | null {
  return message(application.notify, {
    templateId: templates.application,
    page: `packages/benefits/application/index?applicationId=${application.id}`,
    who: application.elderName,
    what: '您交的申请有结果了',
    at: application.history[application.history.length - 1]?.at ?? application.submittedAt,
    state: applicationStateWord[application.state],
  })
}

/** Tells the elder on her own phone that a category ends soon; nobody else is to know what she is recognised as. */
export function endingMessage(
  { openid, name, id }: Pick<ElderRecord, 'openid' | 'name' | 'id'>,
  to: LocalDate,
): SubscribeMessage | null {
  return message(openid, {
    templateId: templates.application,
    page: `packages/benefits/mine/index?elderId=${id}`,
    who: name,
    what: '一项认定快到期，请续办',
    at: instantAt(to, '23:59'),
    state: '快到期了',
  })
}

/** Tells a helper under way that it has become urgent; null while nobody goes. */
export function raisedMessage(visit: VisitRecord, now: Date): SubscribeMessage | null {
  return message(visit.helper?.openid ?? null, {
    templateId: templates.visit,
    page: 'packages/helper/visits/index',
    who: visit.politeName,
    what: visit.reason,
    at: now.toISOString(),
    state: '变成急事',
  })
}

function message(
  touser: string | null,
  said: { templateId: string; page: string; who: string; what: string; at: string; state: string },
): SubscribeMessage | null {
  if (touser === null) return null
  return {
    touser,
    templateId: said.templateId,
    page: said.page,
    data: {
      thing1: { value: said.who.slice(0, THING_LENGTH) },
      thing2: { value: said.what.slice(0, THING_LENGTH) },
      time3: { value: `${localDate(said.at)} ${localTime(said.at)}` },
      phrase4: { value: said.state.slice(0, PHRASE_LENGTH) },
    },
  }
}
