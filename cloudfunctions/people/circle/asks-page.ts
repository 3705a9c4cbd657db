import { pageSize } from '#types/paging'
import { Instant } from '#types/values'
import * as z from '#types/z'
import type { RelationRecord } from '../../_domain/people/circle/records'
import { allOf, command, select, sumUp } from '../../_shell/cloud'
import { decodeCursor, pageOf } from '../../_shell/cursor'

/** After which ask a page begins. */
const Start = z.strictObject({ since: Instant, id: z.string() })

/** A page of the asks that `where` names, the longest waiting first; where the next one begins, and how many wait in all. */
export async function asksPage(
  where: object,
  after: string | undefined,
): Promise<{ page: RelationRecord[]; next: string | null; waiting: number }> {
  const waiting = { ...where, state: 'asked' }
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
  return { page, next, waiting: Number(counted[0]?.count ?? 0) }
}
