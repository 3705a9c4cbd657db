import type { ElderRecord } from '../records'

/** Minutes after which no call is still under way that read her as she was before. */
const UNDER_WAY = 60

/** An elder whose records elsewhere have to follow what changed now. */
export const withRecordsBehind = (elder: ElderRecord, now: Date): ElderRecord => ({
  ...elder,
  recordsBehindSince: now.toISOString(),
})

/** Whether a call that began before she changed may still write something that is behind. */
export const isUnderWay = (since: string, now: Date): boolean =>
  now.getTime() - Date.parse(since) <= UNDER_WAY * 60_000
