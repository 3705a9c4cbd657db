import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import { subsidyUseId } from '#types/ids'
import { mostDaysAhead } from '#types/limits'
import type { SubsidyUseRecord } from '../../_domain/meals/records'
import { emptyUses } from '../../_domain/meals/subsidy-uses'
import {
  areTwice,
  markUses,
  type Pair,
  periodsAhead,
  sameMeals,
} from '../../_domain/people/likenesses/joining'
import type { Work } from '../../_shell/transact'

/** What a pair has used of one period. */
interface PairUses {
  stays: SubsidyUseRecord
  leaves: SubsidyUseRecord
}

/** What a pair has used of every period in which something can be booked by now. */
export async function usesAhead(work: Work, { stays, leaves }: Pair, now: Date): Promise<PairUses[]> {
  const uses: PairUses[] = []
  for (const period of periodsAhead(now, mostDaysAhead)) {
    const hers = await work.find('subsidyUses', subsidyUseId(stays.id, period))
    const others = await work.find('subsidyUses', subsidyUseId(leaves.id, period))
    uses.push({ stays: hers ?? emptyUses(stays, period), leaves: others ?? emptyUses(leaves, period) })
  }
  return uses
}

/** Writes into all of them whether the two are of one person, so that no booking that is under way overlooks it. */
export function putMarks(work: Work, uses: readonly PairUses[], pair: Pair): void {
  for (const both of uses) for (const marked of markUses(both, pair)) work.put('subsidyUses', marked)
}

/**
 * Nobody eats one meal twice: of what was booked for both one has to be cancelled first. Which meals there are is read where every
 * booking writes, so that none is overlooked.
 * @throws AppError `MEALS_TWICE` with `orderIds`
 */
export async function requireNotTwice(
  work: Work,
  uses: readonly PairUses[],
  { pair: { stays, leaves }, now }: { pair: Pair; now: Date },
): Promise<void> {
  const hers = uses.flatMap((one) => mealsIn(one.stays))
  for (const id of (stays.joined ?? []).filter((one) => one !== leaves.id))
    for (const { stays: of } of uses)
      hers.push(...mealsIn(await work.find('subsidyUses', subsidyUseId(id, of.period))))
  const others = uses.flatMap((one) => mealsIn(one.leaves))
  for (const orderIds of sameMeals(hers, others, localDate(now))) {
    const [one, other] = [
      await work.find('mealOrders', orderIds[0]),
      await work.find('mealOrders', orderIds[1]),
    ]
    if (one && other && areTwice(one, other)) throw new AppError('MEALS_TWICE', { orderIds })
  }
}

const mealsIn = (uses: SubsidyUseRecord | null): string[] => uses?.meals?.map(({ orderId }) => orderId) ?? []
