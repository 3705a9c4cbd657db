import { addDays, localDate } from '#types/days'
import { pageSize } from '#types/paging'
import { awaitedVisitStates, visitStates } from '#types/states'
import { Instant } from '#types/values'
import type { visits } from '#types/visits'
import * as z from '#types/z'
import { idsOf, isLent, visibleElders } from '../_domain/access/holdings'
import { instantAt } from '../_domain/base/calendar'
import type { RelationSummary } from '../_domain/people/records'
import type { VisitRecord } from '../_domain/visits/records'
import { visitFor } from '../_domain/visits/visits'
import { allOf, command, select } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { decodeCursor, encodeCursor } from '../_shell/cursor'
import { fitting } from '../_shell/fitting'

const DAYS_BACK = 30

/** In which part of the list a page ended, and after which visit. */
const Start = z.strictObject({
  part: z.int().check(z.minimum(0), z.maximum(9)),
  last: z.strictObject({ askedAt: Instant, id: z.string() }),
})

export const mine: Handler<typeof visits.mine> = async (ctx, { elderId, after }) => {
  const account = ctx.account
  const elders = visibleElders(account, elderId)
  if (!account || elders.length === 0) return { visits: [], next: null }

  const start = after === undefined ? null : decodeCursor(after, Start)
  const theirs = visitsOf(elders, account.id)
  const found: { part: number; visit: VisitRecord }[] = []
  for (const [part, where] of partsOf(ctx.now).entries()) {
    const wanted = pageSize.myVisits + 1 - found.length
    if (part < (start?.part ?? 0) || wanted === 0) continue
    const last = part === start?.part ? start.last : null
    const rows = await select('visits', {
      where: allOf([theirs, where, ...beyond(last)]),
      orderBy: [
        ['askedAt', 'desc'],
        ['_id', 'asc'],
      ],
      limit: wanted,
    })
    found.push(...rows.map((visit) => ({ part, visit })))
  }
  const page = found.slice(0, pageSize.myVisits).map(({ visit }) => visitFor(visit, account))
  const visits = fitting(page, 1)
  const end = visits.length < found.length ? found[visits.length - 1] : undefined
  return { visits, next: end ? encodeCursor(endedAt(end)) : null }
}

const endedAt = ({ part, visit }: { part: number; visit: VisitRecord }): z.infer<typeof Start> => ({
  part,
  last: { askedAt: visit.askedAt, id: visit.id },
})

/** All of these elders; on a phone that is lent to her those that were asked for with it. */
function visitsOf(elders: readonly RelationSummary[], openid: string): object {
  const [lent, others] = [elders.filter(isLent), elders.filter((one) => !isLent(one))]
  return command.or([
    { elderId: command.in(idsOf(others)) },
    { elderId: command.in(idsOf(lent)), asker: openid },
  ])
}

/** What calls for somebody, what is awaited, and the rest of the last days: nothing stands in two of them. */
function partsOf(now: Date): object[] {
  const since = command.gte(instantAt(addDays(localDate(now), -DAYS_BACK), '00:00'))
  const others = visitStates.filter((state) => !awaitedVisitStates.includes(state))
  return [
    { alarm: command.neq(null) },
    { alarm: null, state: command.in(awaitedVisitStates) },
    { alarm: null, state: command.in(others), askedAt: since },
  ]
}

const beyond = (last: z.infer<typeof Start>['last'] | null): object[] =>
  last
    ? [
        command.or([
          { askedAt: command.lt(last.askedAt) },
          { askedAt: last.askedAt, _id: command.gt(last.id) },
        ]),
      ]
    : []
