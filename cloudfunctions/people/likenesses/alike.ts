import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import { Instant } from '#types/values'
import * as z from '#types/z'
import { answersFor } from '../../_domain/access/holdings'
import { likelyPair } from '../../_domain/people/likenesses/pairs'
import type { LikenessRecord } from '../../_domain/people/likenesses/records'
import { allOf, command, select, sumUp } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { decodeCursor, pageOf } from '../../_shell/cursor'
import { likenessTerms as terms } from '../../_shell/policies'

const HOUR = 3_600_000

/** After which pair a page begins. */
const Start = z.strictObject({ unseen: z.nullable(z.int()), at: Instant, id: z.string() })

export const alike: Handler<typeof people.alike> = async (ctx, { after }) => {
  const { stationIds, townIds } = answersFor(ctx.knownAccount())
  const theirs = command.or([
    { stationId: command.in(stationIds) },
    { townId: command.in(townIds), stationId: null },
  ])
  const waiting = allOf([theirs, { state: 'found' }])
  const start = after === undefined ? null : decodeCursor(after, Start)
  const beyond = start ? [beyondOf(start)] : []
  const since = new Date(ctx.now.getTime() - terms.undoHours * HOUR).toISOString()
  const [found, counted, lately] = await Promise.all([
    select('likenesses', {
      where: allOf([waiting, ...beyond]),
      orderBy: [
        ['unseen', 'asc'], // whoever floods a station with registrations pushes no pair of known elders off
        ['at', 'asc'],
        ['_id', 'asc'],
      ],
      limit: pageSize.likenesses + 1,
    }),
    sumUp('likenesses', { where: waiting, by: null, sums: { count: 1 }, limit: 1 }),
    after === undefined
      ? select('likenesses', {
          where: allOf([theirs, { state: command.neq('found'), 'decided.at': command.gt(since) }]),
          orderBy: [['decided.at', 'desc']],
          limit: pageSize.joinedLately,
        })
      : [],
  ])
  const { page, next } = pageOf(found, pageSize.likenesses, ({ unseen = null, at, id }) => ({
    unseen,
    at,
    id,
  }))
  const elders = await eldersIn([...page, ...lately])
  const shown = (pair: LikenessRecord) => likelyPair(pair, elders, { now: ctx.now, terms })
  return {
    pairs: page.map(shown),
    next,
    waiting: Number(counted[0]?.count ?? 0),
    lately: lately.map(shown),
  }
}

/** The pairs that come after one: where nobody counted the unseen they come first, and are as good as none. */
function beyondOf({ unseen, at, id }: z.infer<typeof Start>): object {
  return command.or([
    { unseen: unseen === null ? command.neq(null) : command.gt(unseen) },
    { unseen, at: command.gt(at) },
    { unseen, at, _id: command.gt(id) },
  ])
}

/** All whom these pairs speak of, read at once. */
async function eldersIn(pairs: readonly LikenessRecord[]) {
  const ids = [...new Set(pairs.flatMap(({ elderId, otherId }) => [elderId, otherId]))]
  return ids.length === 0 ? [] : select('elders', { where: { _id: command.in(ids) }, limit: ids.length })
}
