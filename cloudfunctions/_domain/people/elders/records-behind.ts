import type { Purpose } from '#types/people/elders'
import type { Instant } from '#types/values'
import type { ElderRecord } from '../records'
import { hasSameHome } from './moving'

/** Minutes after which no call is still under way that read her as she was before. */
const UNDER_WAY = 60

/**
 * An elder whose records elsewhere have to follow what changed now. What she withdrew before stays to be forgotten, too.
 * @param withdrawn the uses to which she agrees no longer since this change
 */
export const withRecordsBehind = (
  elder: ElderRecord,
  now: Date,
  withdrawn: readonly Purpose[] = [],
): ElderRecord => ({
  ...elder,
  recordsBehindSince: now.toISOString(),
  usesWithdrawn: [...new Set([...(elder.usesWithdrawn ?? []), ...withdrawn])],
})

/** An elder after her record was corrected: where that gave her another home or number, her records elsewhere have to follow. */
export const withHomeBehind = (before: ElderRecord, elder: ElderRecord, now: Date): ElderRecord =>
  hasSameHome(before, elder) && before.phone?.masked === elder.phone?.masked
    ? elder
    : withRecordsBehind(elder, now)

/** Whether what was kept for one use alone is to go: she has withdrawn it, and not agreed to it again. */
export const hasWithdrawn = ({ usesWithdrawn = [], consents }: ElderRecord, purpose: Purpose): boolean =>
  usesWithdrawn.includes(purpose) && consents[purpose] === null

/** What an elder's record says once nothing is behind it any more. */
export const inLine: Pick<ElderRecord, 'recordsBehindSince' | 'usesWithdrawn'> = {
  recordsBehindSince: null,
  usesWithdrawn: [],
}

/** A mark from before this instant is settled: no call that began before she changed may still write something that is behind. */
export const settledBefore = (now: Date): Instant =>
  new Date(now.getTime() - UNDER_WAY * 60_000).toISOString()
