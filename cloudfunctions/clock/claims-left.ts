import { minutesAfter } from '../_domain/base/calendar'
import { sweepSittings } from '../_shell/claims/sweep-sittings'
import { command } from '../_shell/cloud'

/** Minutes before and after its cut-off within which a sitting is looked after: what was left behind can still be had, or is counted right. */
const NEAR = 15
/** So many sittings each time: more than a city has at one cut-off. */
const MOST = 300

/** Gives back what is claimed for nobody any more, where bookings are about to end or have just ended: few look there by themselves. */
export const giveBackLeft = (now: Date): Promise<number> =>
  sweepSittings({ cutoffAt: command.between(minutesAfter(now, -NEAR), minutesAfter(now, NEAR)) }, now, MOST)
