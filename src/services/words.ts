import type { Scope } from '#types/contract'
import type { MealOrder, OwnOrder } from '#types/meals/orders'
import type { ActFor, Me } from '#types/people'
import type { Relation } from '#types/people/relations'
import type { MealOrderState, MembershipState, VisitState } from '#types/states'
import { latestReport, unsettledOf } from '#types/unsettled'
import type { Instant } from '#types/values'
import type { Outcome, Visit, VisitReport, VisitSettling } from '#types/visits'
import { orderStateWord } from '#types/words/meals/order-states'
import { relationWord } from '#types/words/people/circle/relations'
import { scopeWord } from '#types/words/people/circle/scopes'
import { membershipStateWord } from '#types/words/people/staff/membership-states'
import { roleWord } from '#types/words/roles'
import { outcomeWord } from '#types/words/visits/outcomes'
import { visitStateWord } from '#types/words/visits/states'
import { lastOf } from './last-of'

/** How the phone says amounts, states and people. What a code is called stands in `types/words/`. */

/** Fen as 13 or 2.50, without the unit. */
export const yuan = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2))

/** 13 元, 2.50 元 */
export const money = (fen: number): string => `${yuan(fen)} 元`

/** 走 6 分钟; far away in kilometres, since nobody walks that; for whoever is there already, that they are. */
export function walk(way: { walkMinutes: number; metres: number }): string {
  if (way.walkMinutes === 0) return '就在这里'
  return way.walkMinutes <= 60 ? `走 ${way.walkMinutes} 分钟` : `大约 ${Math.round(way.metres / 1000)} 公里`
}

/** Whether a way from her home can be told: nobody's home is the station, so one without length begins at a place that stands for it. */
export const isWayKnown = (elder: Pick<ActFor, 'isPlaceUnknown'>, way: { walkMinutes: number }): boolean =>
  !elder.isPlaceUnknown && way.walkMinutes > 0

/** How a state is shown: always a word, a sign and a colour that say the same. */
export interface StateWord {
  word: string
  kind: 'ok' | 'wait' | 'bad' | 'plain'
}

const orderKinds: Record<MealOrderState, StateWord['kind']> = {
  waiting: 'wait',
  offered: 'wait',
  lapsed: 'plain',
  placed: 'wait',
  confirmed: 'ok',
  refused: 'bad',
  cancelled: 'plain',
  served: 'ok',
  missed: 'bad',
}

const orderTag = (state: MealOrderState): StateWord => ({
  word: orderStateWord[state],
  kind: orderKinds[state],
})

/** How it stands at a moment: before anything else, that it does not fit what is served any more. */
export function orderTagAt(order: Pick<OwnOrder, 'state' | 'startsAt' | 'misfit'>, now: Instant): StateWord {
  if (order.misfit) return { word: '有变化', kind: 'bad' }
  return isUnanswered(order, now) ? { word: '驿站没有确认', kind: 'bad' } : orderTag(order.state)
}

/** Whether a meal has begun that nobody at the station has confirmed. */
export const isUnanswered = (
  { state, startsAt }: Pick<MealOrder, 'state' | 'startsAt'>,
  now: Instant,
): boolean => state === 'placed' && Date.parse(startsAt) <= Date.parse(now)

const visitKinds: Record<VisitState, StateWord['kind']> = {
  open: 'wait',
  claimed: 'ok',
  onSite: 'ok',
  reported: 'ok',
  closed: 'plain',
  cancelled: 'plain',
  escalated: 'bad',
}

/** `well` is not here: a visit that found nothing wrong is told by its state. */
const outcomeKinds: Record<Exclude<Outcome, 'well'>, StateWord['kind']> = {
  needsFound: 'wait',
  noAnswer: 'bad',
  refused: 'plain',
  emergency: 'bad',
}

/** What was found that is to be read first: the last of it, unless something before it still calls for somebody. */
export const foundFirst = (visit: Pick<Visit, 'report' | 'earlierReports' | 'settlings' | 'alarm'>) =>
  lastOf(unsettledOf(visit).filter(({ outcome }) => outcome === visit.alarm)) ?? visit.report

/** How a visit stands: its state, or what was found while somebody still has to read it. */
export function visitWord(visit: Pick<Visit, 'state'> & Parameters<typeof foundFirst>[0]): StateWord {
  const { state } = visit
  const outcome = state === 'reported' ? foundFirst(visit)?.outcome : undefined
  return outcome === undefined || outcome === 'well'
    ? { word: visitStateWord[state], kind: visitKinds[state] }
    : { word: outcomeWord[outcome], kind: outcomeKinds[outcome] }
}

/** What was found, at length: a family far away reads it first, and one word would leave them guessing. */
export const outcomeInFull: Record<Outcome, string> = {
  well: '见到人了，一切都好',
  needsFound: '见到人了，有事要帮忙',
  noAnswer: '敲了门，没有人应',
  refused: '老人说不用来',
  emergency: '情况紧急',
}

/** Whether 120 was rung, as whoever was there said. */
export function ambulanceWord(isCalled: boolean | null): string {
  if (isCalled === null) return '没有写打没打 120。'
  return isCalled ? '120 已经打了。' : '120 还没有打。'
}

/** Words that only the station may read until somebody there has looked at them. */
const heldWord = '写的话要先由驿站的人看过，想知道请打电话问驿站。'

/** Why somebody is to knock. */
export const reasonWord = ({ reason, reasonHeld }: Pick<Visit, 'reason' | 'reasonHeld'>): string =>
  reason ?? (reasonHeld ? heldWord : '没有写原因，到了请问一问')

/** What a helper wrote besides what was found; null: nothing. */
export const noteWord = ({ note, isHeld }: VisitReport): string | null => note ?? (isHeld ? heldWord : null)

/** When the latest report of a visit was written, so that closing it says what was read; null: nobody wrote any. */
export const seenOf = (visit: Pick<Visit, 'report' | 'earlierReports'>): Instant | null =>
  latestReport(visit)?.at ?? null

/** What was done last about a visit that is over; null where it was only read. */
export const settlingOf = ({ state, settlings }: Pick<Visit, 'state' | 'settlings'>): VisitSettling | null =>
  state === 'closed' ? (lastOf(settlings) ?? null) : null

const membershipKinds: Record<MembershipState, StateWord['kind']> = {
  accepted: 'wait',
  vetted: 'wait',
  trained: 'wait',
  assignable: 'ok',
  suspended: 'bad',
  ended: 'plain',
}

export const membershipTag = (state: MembershipState): StateWord => ({
  word: membershipStateWord[state],
  kind: membershipKinds[state],
})

/** What a daughter or son says. The phone is told no sex; the polite name says it where people would hear it. */
function parentWord(politeName: string): string {
  if (/(奶奶|婆婆|阿姨|大妈)$/.test(politeName)) return '妈妈'
  return /(爷爷|公公|叔叔|伯伯|大爷)$/.test(politeName) ? '爸爸' : politeName
}

const callWords: Record<Relation, (politeName: string) => string> = {
  self: () => '您',
  daughter: parentWord,
  son: parentWord,
  spouse: () => '老伴',
  grandchild: (politeName) => (/(奶奶|爷爷)$/.exec(politeName) ?? [politeName])[0],
  relative: (politeName) => politeName,
  neighbour: (politeName) => politeName,
  guardian: (politeName) => politeName,
}

/** What the caller calls an elder: 您, 妈妈, 老伴, 王奶奶. */
export const callWord = (elder: Pick<ActFor, 'relation' | 'politeName'>): string =>
  callWords[elder.relation](elder.politeName)

/** The same with the name, so that nobody books for the wrong one: 妈妈 王秀英; for oneself only the name. */
export function nameInFull(elder: ActFor): string {
  return elder.relation === 'self' ? elder.name : `${callWord(elder)} ${elder.name}`
}

/** What the caller calls one of several elders: with the name where another is called the same, 奶奶 王秀英. */
export function callWordAmong(elder: ActFor, elders: readonly ActFor[]): string {
  const isShared = elders.some((one) => one.id !== elder.id && callWord(one) === callWord(elder))
  return isShared ? nameInFull(elder) : callWord(elder)
}

/** What somebody else can be to an elder. */
export type Kin = Exclude<Relation, 'self'>

/** In the order in which people are asked what they are to her. */
export const kinOptions: { value: Kin; word: string }[] = (
  ['daughter', 'son', 'spouse', 'grandchild', 'relative', 'neighbour', 'guardian'] as const
).map((value) => ({ value, word: relationWord[value] }))

/** What an elder lets a relative do, in her words; `who` is the elder: 您, 王奶奶. */
export const scopeInWords = (scope: Scope, who: string): string =>
  scope === 'order' ? scopeWord.order.replace(roleWord.elder, who) : scopeWord[scope]

/** The same for `Checks`, in the order of how much is given away. */
export const scopeOptions = (who: string): { value: Scope; word: string }[] =>
  (['view', 'order', 'health', 'log'] as const).map((value) => ({ value, word: scopeInWords(value, who) }))

/** Who did something: 女儿李敏, 志愿者赵强, 王秀英. */
export function actorWord(actor: MealOrder['placedBy']): string {
  if (actor.role === 'elder') return actor.name
  if (actor.relation === null) return `${roleWord[actor.role]}${actor.name}`
  return `${relationWord[actor.relation]}${actor.name}`
}

/** Whether the caller did it, in a role of theirs and under its name: that is all a record tells of people. */
export const isBy = ({ role, name }: Pick<MealOrder['placedBy'], 'role' | 'name'>, me: Me): boolean =>
  me.roles.some((held) => held.role === role && (held.name ?? me.name) === name)

/** Who did something, as the caller reads it: 您 for oneself. */
export const byWord = (actor: MealOrder['placedBy'], me: Me): string =>
  isBy(actor, me) ? '您' : actorWord(actor)
