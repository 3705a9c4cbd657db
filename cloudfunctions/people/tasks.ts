import type { Actor } from '#types/actors'
import { can, visitMoves } from '#types/states'
import type { VisitRecord } from '../_domain/visits/records'
import { releaseVisit } from '../_domain/visits/visits'
import { command, select } from '../_shell/cloud'
import type { Work } from '../_shell/transact'

/** Nobody takes on as many. */
const MOST_TASKS = 20

/** What a helper has taken on and not reported yet. */
export function tasksOf(openid: string): Promise<VisitRecord[]> {
  const state = command.in(['claimed', 'onSite'])
  return select('visits', { where: { 'helper.openid': openid, state }, limit: MOST_TASKS })
}

/** No elder waits for somebody who does not come: each door is open to the next helper. */
export async function giveTasksBack(
  work: Work,
  tasks: readonly VisitRecord[],
  { openid, by, now }: { openid: string; by: Actor; now: Date },
): Promise<void> {
  for (const { id } of tasks) {
    const visit = await work.get('visits', id)
    const isTheirs = visit.helper?.openid === openid && can(visit.state, 'release', visitMoves)
    if (isTheirs) work.put('visits', releaseVisit(visit, openid, { by, now }))
  }
}
