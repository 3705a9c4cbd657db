import { localDate } from '#types/days'
import { mostDaysAhead } from '#types/limits'
import type { SideBySide } from '#types/people/likenesses'
import { registeringActs, type SideFacts, sidesShown } from '../../_domain/people/likenesses/sides'
import type { ElderRecord } from '../../_domain/people/records'
import { command, find, select } from '../../_shell/cloud'
import type { Ctx } from '../../_shell/context'
import { likenessTerms as terms } from '../../_shell/policies'
import type { FoundPair } from './pair-of'

/** So many meals tell how somebody uses the service. */
const LAST_MEALS = 3
/** More than can be booked ahead: three meals a day. */
const MOST_AHEAD = 3 * (mostDaysAhead + 1)

/** A pair as it is shown to whoever may see it, with what was booked for both. */
export async function shownPair(ctx: Ctx, { pair, later, earlier }: FoundPair): Promise<SideBySide> {
  const [one, other] = await Promise.all([factsOf(later, ctx.now), factsOf(earlier, ctx.now)])
  return sidesShown(pair, [one, other], { account: ctx.knownAccount(), now: ctx.now, terms })
}

async function factsOf(elder: ElderRecord, now: Date): Promise<SideFacts> {
  const elderId = elder.id
  const [lines, last, ahead, account] = await Promise.all([
    select('auditLog', {
      where: { elderId, action: command.in([...registeringActs]) },
      orderBy: [['at', 'asc']],
      limit: 1,
    }),
    select('mealOrders', {
      where: { elderId },
      orderBy: [
        ['date', 'desc'],
        ['startsAt', 'desc'],
      ],
      limit: LAST_MEALS,
    }),
    select('mealOrders', {
      where: { elderId, date: command.gte(localDate(now)) },
      orderBy: [
        ['date', 'asc'],
        ['startsAt', 'asc'],
      ],
      limit: MOST_AHEAD,
    }),
    elder.openid === null ? null : find('accounts', elder.openid),
  ])
  return { elder, registered: lines[0] ?? null, last, ahead, account }
}
