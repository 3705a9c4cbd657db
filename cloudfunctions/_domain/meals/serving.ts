import type { Actor } from '#types/actors'
import { wordsOf } from '../people/elders/forgetting'
import type { ElderRecord } from '../people/records'
import { goneRules } from '../policies/meal/still-left'
import type { PolicyRecord } from '../policies/records'
import { crossCheck, lateFlag } from '../settlement/flags'
import type { FlagRecord, ServedDayRecord, SettlementEntryRecord } from '../settlement/records'
import {
  addedEntry,
  emptyServedDay,
  passedOn,
  reversedEntry,
  type Settling,
  servedEntry,
  withoutServed,
  withServed,
} from '../settlement/settlement'
import { moveOrder, withoutLines } from './orders'
import type { MealOrderRecord, SubsidyUseRecord } from './records'
import { requireReasonToUndo, requireServable, type ServingTerms } from './serving-times'
import { otherUses, withoutUsesOf, withUses } from './subsidy-uses'

/** Who writes it down, when, and what they say to it; null: nothing. */
interface Move {
  by: Actor
  now: Date
  reason: string | null
  settling: Settling
  terms: ServingTerms
}

/** Everything that is read when a meal is served. */
export interface ServeFacts {
  order: MealOrderRecord
  elder: ElderRecord | null
  /** What she was served that day already. */
  day: ServedDayRecord | null
  /** The same of those whose registrations are of the same person. */
  beside?: readonly ServedDayRecord[]
  /** For a meal that was taken back: the record that counted its uses, and the policy that priced it. */
  used: SubsidyUseRecord | null
  /** The same period of those whose registrations are of the same person. */
  usedBeside?: readonly SubsidyUseRecord[]
  policy: PolicyRecord | null
}

/** What serving a meal writes. */
interface Served {
  order: MealOrderRecord
  day: ServedDayRecord
  entry: SettlementEntryRecord
  /** What does not fit together about it. */
  flags: FlagRecord[]
  /** Null where the meal takes no uses again. */
  uses: SubsidyUseRecord | null
}

/**
 * A meal that was eaten or handed over, with the ledger's line of it. Written down late it is flagged with the reason.
 * @throws AppError `WRONG_STATE`, `TOO_EARLY`, `REASON_MISSING`, in this order
 */
export function serveOrder(facts: ServeFacts, { by, now, reason, settling, terms }: Move): Served {
  const { order, elder } = facts
  const again = takenAgain(facts)
  const moved = moveOrder(again.order, 'serve', { by, now, reason })
  const { isLate } = requireServable(order, { reason, now }, terms)
  const { day, operator } = withServed(facts.day ?? emptyServedDay(order), moved, facts.beside)
  return {
    order: { ...moved, entries: order.entries + 1 },
    day,
    entry: servedEntry(moved, operator, { now, by: by.name, settling }),
    flags: [
      ...crossCheck(order, { elder, day, now }),
      ...(isLate ? [lateFlag(order, reason ?? '', now)] : []),
    ],
    uses: again.uses,
  }
}

/**
 * A meal that was missed had given its uses back. It takes them again, at the price that was frozen into it; what has
 * gone to another meal meanwhile the elder pays herself.
 */
function takenAgain({ order, used, usedBeside = [], policy }: ServeFacts): Pick<Served, 'order' | 'uses'> {
  if (order.state !== 'missed' || !used || policy?.kind !== 'meal') return { order, uses: null }
  const { uses } = order
  const others = withoutUsesOf(used, order.id)
  const gone = goneRules(uses, otherUses([others, ...usedBeside], order.id), policy)
  const left = withoutLines(order, gone)
  return { order: left, uses: withUses(others, order.id, left.uses, left.uses.length < uses.length) }
}

/** A served day without one of its meals, and the meal to which the operator's once-a-day rules go. */
interface DayLeft {
  day: ServedDayRecord | null
  heir: ReturnType<typeof passedOn>
}

/** The day of a meal that is taken back. */
export function dayLeft(before: ServedDayRecord | null, orderId: string): DayLeft {
  if (!before) return { day: null, heir: null }
  const day = withoutServed(before, orderId)
  return { day, heir: passedOn(before, day, orderId) }
}

/** Everything that is read when a meal is taken back. */
export interface UnserveFacts {
  order: MealOrderRecord
  /** Every line of it so far, in their order. */
  entries: readonly SettlementEntryRecord[]
  left: DayLeft
  /** The order of the heir of the day; null: none, or it is gone. */
  next: MealOrderRecord | null
}

/** What taking a meal back writes; null where there is nothing to write. */
interface Unserved {
  order: MealOrderRecord
  reversed: SettlementEntryRecord | null
  day: ServedDayRecord | null
  /** The other meal of the day, with what its operator receives on top. */
  added: { order: MealOrderRecord; entry: SettlementEntryRecord } | null
}

/** Whether taking a meal back, with the same words, was the last thing done to it. */
export function isTakenBack(order: MealOrderRecord, reason: string | null): boolean {
  const last = order.history.at(-1)
  const before = order.history.at(-2)
  const wasServed = before ? before.state === 'served' : order.entries > 0 // no history is kept once her data are gone
  return wasServed && last?.state === 'confirmed' && order.reason === wordsOf(order, reason)
}

/**
 * A meal that was ticked off by mistake: it is confirmed as before, at its price and with what it uses of limits. Its lines are
 * reversed, and what the operator receives once a day goes to the next.
 * @throws AppError `WRONG_STATE`, `REASON_MISSING`, in this order
 */
export function unserveOrder(
  { order, entries, left: { day, heir }, next }: UnserveFacts,
  { by, now, reason, settling, terms }: Move,
): Unserved {
  const moved = moveOrder(order, 'unserve', { by, now, reason })
  requireReasonToUndo(order, { reason, now }, terms)
  const when = { now, by: by.name, settling }
  const entry = heir && next ? addedEntry(next, heir.rules, when) : null
  const added = next && entry ? { order: { ...next, entries: next.entries + 1 }, entry } : null
  return {
    order: { ...moved, entries: order.entries + 1 },
    reversed: reversedEntry(entries, when),
    day: heir && added ? heir.day : day,
    added,
  }
}
