import { addDays } from '#types/days'
import type { CarePolicy, Notice, NoticeChannel } from '#types/policies/care'
import type { LocalDate } from '#types/values'
import { careTable } from '../table'

/** An item asked for on a local date by a channel, wanted on another date. */
interface NoticeAsked {
  /** A name of the catalogue; without one the policy's own notice counts. */
  item?: string | undefined
  channel: NoticeChannel
  asked: LocalDate
  on: LocalDate
}

interface NoticeAnswer {
  inTime: boolean
  /** The first day that is possible by this channel; null where the policy ends before. */
  firstPossible: LocalDate | null
  /** The same by every channel: the telephone may be sooner than the app. */
  byChannel: Record<NoticeChannel, LocalDate | null>
}

/** Whether an item can be had on the day that is wanted, and if not, from which day on. */
export function checkNotice(policy: CarePolicy, { item, channel, asked, on }: NoticeAsked): NoticeAnswer {
  const days = noticeOf(policy, item) ?? { app: 0, phone: 0 }
  const byChannel = { app: firstDay(policy, asked, days.app), phone: firstDay(policy, asked, days.phone) }
  const firstPossible = byChannel[channel]
  const isBeforeEnd = policy.effectiveTo === null || on <= policy.effectiveTo
  return { inTime: firstPossible !== null && firstPossible <= on && isBeforeEnd, firstPossible, byChannel }
}

/** Days of notice by channel: the item's own; the policy's for items by appointment; null: none is asked for. */
export function noticeOf(policy: CarePolicy, name: string | undefined): Notice | null {
  if (name === undefined) return policy.notice
  const found = careTable(policy).items.get(name)?.item
  if (found?.notice) return found.notice
  return found?.kind === 'appointment' ? policy.notice : null
}

function firstDay(
  { effectiveFrom, effectiveTo }: CarePolicy,
  asked: LocalDate,
  days: number,
): LocalDate | null {
  const day = addDays(asked, days)
  const first = day < effectiveFrom ? effectiveFrom : day
  return effectiveTo !== null && first > effectiveTo ? null : first
}
