import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import { Instant } from '#types/values'
import * as z from '#types/z'
import type { IdentityRecord } from '../../_domain/people/circle/records'
import { claimantsOf, isOfOnePerson } from '../../_domain/people/elders/claims'
import { foundElder } from '../../_domain/people/elders/found'
import { settledNumber, settledSince } from '../../_domain/people/elders/settling'
import type { ElderRecord } from '../../_domain/people/records'
import { allOf, command, select, sumUp } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { decodeCursor, pageOf } from '../../_shell/cursor'
import { numberTerms } from '../../_shell/policies'

/** After which number a page begins. */
const Start = z.strictObject({ since: Instant, id: z.string() })

export const sharedNumbers: Handler<typeof people.sharedNumbers> = async (ctx, { stationId, after }) => {
  const waiting = { 'claims.stationId': stationId }
  const start = after === undefined ? null : decodeCursor(after, Start)
  const beyond = start
    ? [command.or([{ since: command.gt(start.since) }, { since: start.since, _id: command.gt(start.id) }])]
    : []
  const [found, counted, lately] = await Promise.all([
    select('identities', {
      where: allOf([waiting, ...beyond]),
      orderBy: [
        ['since', 'asc'],
        ['_id', 'asc'],
      ],
      limit: pageSize.sharedNumbers + 1,
    }),
    sumUp('identities', { where: waiting, by: null, sums: { count: 1 }, limit: 1 }),
    after === undefined ? settledAt(stationId, ctx.now) : [],
  ])
  const { page, next } = pageOf(found, pageSize.sharedNumbers, ({ since, id }) => ({ since, id }))
  const listed = page.flatMap(({ claims = [] }) => claims.map(({ elderId }) => elderId))
  const ids = [...listed, ...lately.flatMap(({ elderId }) => elderId ?? [])]
  const elders =
    ids.length === 0 ? [] : await select('elders', { where: { _id: command.in(ids) }, limit: ids.length })
  const numbers = page
    .map((one) => ({ ...one, those: claimantsOf(one.claims ?? [], elders) }))
    .filter((one) => !isOfOnePerson(one, one.those))
  const others = elders.filter(({ id, stationId: own }) => own !== stationId && listed.includes(id))
  await Promise.all(others.map((elder) => ctx.look({ ...elder, elderId: elder.id }, null, 'day')))

  const claimant = (elder: ElderRecord) => ({
    ...foundElder(elder, ctx.now, stationId),
    hasOwnPhone: elder.openid !== null,
  })
  return {
    numbers: numbers.map(({ those, since = '', unlisted = 0 }) => ({
      tail: those[0]?.idNumber?.tail ?? '',
      since,
      elders: those.map(claimant),
      ...(unlisted > 0 && { unlisted }),
      undoHours: numberTerms.undoHours,
    })),
    next,
    waiting: Number(counted[0]?.count ?? 0) - (page.length - numbers.length),
    lately: lately.flatMap(({ elderId, settled }) => {
      const elder = elders.find(({ id }) => id === elderId)
      return elder && settled ? [settledNumber(elder, settled, { now: ctx.now, terms: numberTerms })] : []
    }),
  }
}

/** Numbers that somebody of a station claimed and that were settled so lately that it can be taken back. */
const settledAt = (stationId: string, now: Date): Promise<IdentityRecord[]> =>
  select('identities', {
    where: {
      'settled.claims.stationId': stationId,
      'settled.at': command.gt(settledSince(now, numberTerms)),
    },
    orderBy: [['settled.at', 'desc']],
    limit: pageSize.settledLately,
  })
