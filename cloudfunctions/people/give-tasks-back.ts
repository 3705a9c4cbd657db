import type { Actor } from '#types/actors'
import { tellReleased } from '../_domain/messages/of-visits'
import type { Telling } from '../_domain/messages/records'
import type { VisitRecord } from '../_domain/visits/records'
import { isReleasableBy, releaseVisit } from '../_domain/visits/visits'
import { notices, walking } from '../_shell/policies'
import { aroundReleased } from '../_shell/reachable'
import type { Work } from '../_shell/transact'

/** Whose tasks they are, and who gives them back: `caller` is their openid, `by` how they appear. */
interface GivingBack {
  openid: string
  caller: string
  by: Actor
  now: Date
}

/** No elder waits for somebody who does not come: each door is open to the next helper. What is to be told of it. */
export async function giveTasksBack(
  work: Work,
  tasks: readonly VisitRecord[],
  { openid, caller, ...move }: GivingBack,
): Promise<Telling[]> {
  const told: Telling[] = []
  for (const { id } of tasks) {
    const visit = await work.get('visits', id)
    if (!isReleasableBy(visit, openid)) continue
    const around = await aroundReleased(visit, move.now)
    const released = releaseVisit(visit, openid, move, around?.reach.helpers)
    work.put('visits', released)
    told.push(...tellReleased(visit, released, { ...around, by: caller, now: move.now, notices, walking }))
  }
  return told
}
