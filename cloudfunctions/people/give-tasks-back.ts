import type { Actor } from '#types/actors'
import type { VisitRecord } from '../_domain/visits/records'
import { isReleasableBy, releaseVisit } from '../_domain/visits/visits'
import type { Work } from '../_shell/transact'

/** No elder waits for somebody who does not come: each door is open to the next helper. */
export async function giveTasksBack(
  work: Work,
  tasks: readonly VisitRecord[],
  { openid, by, now }: { openid: string; by: Actor; now: Date },
): Promise<void> {
  for (const { id } of tasks) {
    const visit = await work.get('visits', id)
    if (isReleasableBy(visit, openid)) work.put('visits', releaseVisit(visit, openid, { by, now }))
  }
}
