import { type Notice, type NoticeKind, noticeKinds } from '#types/notices'

/** Kinds that tell how one meal or one visit stands: the last says all that is still so. */
const tellsHowItStands = (kind: NoticeKind): boolean =>
  /^(order|visit|meal)/.test(kind) && !kind.startsWith('orders') // these are about a whole station

/** With these a meal or a visit begins: nothing can stand on a home page of it before. */
const first: readonly NoticeKind[] = ['visitAsked', 'visitUrgent']

/** The kinds that a later notice of this kind, of the same meal or visit, makes needless. */
export const overtakenBy = (kind: NoticeKind): readonly NoticeKind[] =>
  tellsHowItStands(kind) && !first.includes(kind) ? noticeKinds.filter(tellsHowItStands) : []

/** Whether a notice says of the same meal or visit how it stood later. */
const overtakes = (later: Notice, one: Notice): boolean =>
  later.ref === one.ref && later.at > one.at && tellsHowItStands(later.kind) && tellsHowItStands(one.kind)

/** What stands on a home page of what could not be sent, as it is kept: of one meal and of one visit the last alone. */
export const standingNews = (kept: readonly Notice[]): Notice[] =>
  kept.filter((one) => !kept.some((later) => overtakes(later, one)))

/** The ids of notices that somebody has read, and of those that stood behind them. */
export function readWith(noticeIds: readonly string[], kept: readonly Notice[]): string[] {
  const read = kept.filter(({ id }) => noticeIds.includes(id))
  const behind = kept.filter((one) => read.some((later) => overtakes(later, one)))
  return [...new Set([...noticeIds, ...behind.map(({ id }) => id)])]
}
