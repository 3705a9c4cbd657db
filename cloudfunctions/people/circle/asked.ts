import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import { Instant } from '#types/values'
import * as z from '#types/z'
import { askAtStation } from '../../_domain/people/circle/circle'
import { allOf, command, select, sumUp } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { decodeCursor, pageOf } from '../../_shell/cursor'

/** After which ask a page begins. */
const Start = z.strictObject({ since: Instant, id: z.string() })

export const asked: Handler<typeof people.asked> = async (_, { stationId, after }) => {
  const waiting = { stationId, state: 'asked', asksElder: false }
  const start = after === undefined ? null : decodeCursor(after, Start)
  const beyond = start
    ? [command.or([{ since: command.gt(start.since) }, { since: start.since, _id: command.gt(start.id) }])]
    : []
  const [found, counted] = await Promise.all([
    select('relations', {
      where: allOf([waiting, ...beyond]),
      orderBy: [
        ['since', 'asc'],
        ['_id', 'asc'],
      ],
      limit: pageSize.asked + 1,
    }),
    sumUp('relations', { where: waiting, by: null, sums: { count: 1 }, limit: 1 }),
  ])
  const { page, next } = pageOf(found, pageSize.asked, ({ since, id }) => ({ since, id }))
  const elders =
    page.length === 0
      ? []
      : await select('elders', {
          where: { _id: command.in(page.map(({ elderId }) => elderId)) },
          limit: pageSize.asked,
        })
  return {
    asks: page.map((ask) => askAtStation(ask, elders.find(({ id }) => id === ask.elderId) ?? null)),
    next,
    waiting: Number(counted[0]?.count ?? 0),
  }
}
