import { addDays, localDate } from '#types/days'
import { pageSize } from '#types/paging'
import { awaitedVisitStates, visitStates } from '#types/states'
import { Instant } from '#types/values'
import type { visits } from '#types/visits'
import * as z from '#types/z'
import { visibleElders } from '../_domain/access/holdings'
import { instantAt } from '../_domain/base/calendar'
import type { VisitRecord } from '../_domain/visits/records'
import { visitFor } from '../_domain/visits/visits'
import { allOf, command, select } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { decodeCursor, encodeCursor } from '../_shell/cursor'

const DAYS_BACK = 30

/** In which part of the list a page ended, and after which visit; null: it ended with the part before. */
const Start = z.strictObject({
  part: z.int().check(z.minimum(0), z.maximum(9)),
  last: z.nullable(z.strictObject({ askedAt: Instant, id: z.string() })),
})

export const mine: Handler<typeof visits.mine> = async (ctx, { elderId, after }) => {
  const account = ctx.account
  const elderIds = visibleElders(account, elderId).map((one) => one.elderId)
  if (!account || elderIds.length === 0) return { visits: [], next: null }

  const start = after === undefined ? { part: 0, last: null } : decodeCursor(after, Start)
  const found: VisitRecord[] = []
  const parts = partsOf(ctx.now)
  for (let part = start.part; part < parts.length; part++) {
    const last = part === start.part ? start.last : null
    const left = pageSize.myVisits - found.length
    const rows = await select('visits', {
      where: allOf([{ elderId: command.in(elderIds), ...parts[part] }, ...beyond(last)]),
      orderBy: [
        ['askedAt', 'desc'],
        ['_id', 'asc'],
      ],
      limit: left + 1,
    })
    found.push(...rows.slice(0, left))
    const end = left > 0 ? rows[left - 1] : undefined
    if (rows.length > left) {
      const position = end ? { askedAt: end.askedAt, id: end.id } : last
      return shown(found, encodeCursor({ part, last: position }))
    }
  }
  return shown(found, null)

  function shown(some: readonly VisitRecord[], next: string | null) {
    return { visits: some.map((visit) => visitFor(visit, ctx.knownAccount())), next }
  }
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

const beyond = (last: { askedAt: string; id: string } | null): object[] =>
  last
    ? [
        command.or([
          { askedAt: command.lt(last.askedAt) },
          { askedAt: last.askedAt, _id: command.gt(last.id) },
        ]),
      ]
    : []
