import { pageSize } from '#types/paging'
import { Instant } from '#types/values'
import * as z from '#types/z'
import type { RelationRecord } from '../../_domain/people/circle/records'
import { allOf, command, select, sumUp } from '../../_shell/cloud'
import { decodeCursor, pageOf } from '../../_shell/cursor'

/** After which ask a page begins. */
const Start = z.strictObject({ isKnown: z.boolean(), since: Instant, id: z.string() })

interface AsksPage {
  page: RelationRecord[]
  next: string | null
  waiting: number
  /** How many of them nothing speaks for. */
  strangers: number
}

/**
 * A page of the asks that `where` names: known ones first (`isKnownAsker`), then the longest waiting; where the next one begins, and how
 * many wait in all.
 */
export async function asksPage(where: object, after: string | undefined): Promise<AsksPage> {
  const waiting = { ...where, state: 'asked' }
  const start = after === undefined ? null : decodeCursor(after, Start)
  const [found, counted] = await Promise.all([
    select('relations', {
      where: allOf([waiting, ...(start ? [beyondOf(start)] : [])]),
      orderBy: [
        ['isKnown', 'desc'],
        ['since', 'asc'],
        ['_id', 'asc'],
      ],
      limit: pageSize.asked + 1,
    }),
    sumUp('relations', { where: waiting, by: { isKnown: '$isKnown' }, sums: { count: 1 }, limit: 2 }),
  ])
  const { page, next } = pageOf(found, pageSize.asked, ({ isKnown = false, since, id }) => ({
    isKnown,
    since,
    id,
  }))
  const countOf = (isKnown: boolean) =>
    counted
      .filter(({ _id }) => Boolean((_id as { isKnown?: boolean }).isKnown) === isKnown) // as grouped above
      .reduce((sum, { count }) => sum + Number(count), 0)
  const strangers = countOf(false)
  return { page, next, waiting: countOf(true) + strangers, strangers }
}

/** Those that come after one. */
function beyondOf({ isKnown, since, id }: z.infer<typeof Start>): object {
  const same = { isKnown: isKnown || null }
  return command.or([
    { ...same, since: command.gt(since) },
    { ...same, since, _id: command.gt(id) },
    ...(isKnown ? [{ isKnown: null }] : []),
  ])
}
