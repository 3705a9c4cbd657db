import { select } from '../_shell/cloud'
import { followClosures, followPlan } from '../_shell/planning/follow-change'
import { eachOf } from './each-of'

/** So many plans and so many stations each time. */
const MOST = 20

/** Plans and closures that sittings may not follow yet: whoever wrote them had no time for all, or was broken off. */
export async function followPlans(now: Date): Promise<number> {
  const behind = { where: { isAligned: false }, limit: MOST }
  const [stations, plans] = await Promise.all([select('stations', behind), select('plans', behind)])
  await eachOf(
    [
      ...stations.map((one) => () => followClosures(one, now)),
      ...plans.map((one) => () => followPlan(one, now)),
    ],
    (follow) => follow(),
  )
  return stations.length + plans.length
}
