import { select } from '../_shell/cloud'
import { followClosures, followPlan } from '../_shell/planning/follow-change'

/** So many plans and so many stations each time. */
const MOST = 20

/** Plans and closures that sittings may not follow yet: whoever wrote them had no time for all, or was broken off. */
export async function followPlans(now: Date): Promise<number> {
  const behind = { where: { isAligned: false }, limit: MOST }
  const [stations, plans] = await Promise.all([select('stations', behind), select('plans', behind)])
  for (const station of stations) await followClosures(station, now)
  for (const plan of plans) await followPlan(plan, now)
  return stations.length + plans.length
}
