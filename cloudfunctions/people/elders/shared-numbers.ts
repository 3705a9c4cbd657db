import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import { Instant } from '#types/values'
import * as z from '#types/z'
import { claimantsOf, isOfOnePerson } from '../../_domain/people/elders/claims'
import { foundElder } from '../../_domain/people/elders/found'
import type { ElderRecord } from '../../_domain/people/records'
import { allOf, command, select, sumUp } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { decodeCursor, pageOf } from '../../_shell/cursor'

/** After which number a page begins. */
const Start = z.strictObject({ since: Instant, id: z.string() })

export const sharedNumbers: Handler<typeof people.sharedNumbers> = async (ctx, { stationId, after }) => {
  const waiting = { 'claims.stationId': stationId }
  const start = after === undefined ? null : decodeCursor(after, Start)
  const beyond = start
    ? [command.or([{ since: command.gt(start.since) }, { since: start.since, _id: command.gt(start.id) }])]
    : []
  const [found, counted] = await Promise.all([
    select('identities', {
      where: allOf([waiting, ...beyond]),
      orderBy: [
        ['since', 'asc'],
        ['_id', 'asc'],
      ],
      limit: pageSize.sharedNumbers + 1,
    }),
    sumUp('identities', { where: waiting, by: null, sums: { count: 1 }, limit: 1 }),
  ])
  const { page, next } = pageOf(found, pageSize.sharedNumbers, ({ since, id }) => ({ since, id }))
  const ids = page.flatMap(({ claims = [] }) => claims.map(({ elderId }) => elderId))
  const elders =
    ids.length === 0 ? [] : await select('elders', { where: { _id: command.in(ids) }, limit: ids.length })
  const numbers = page
    .map((one) => ({ ...one, those: claimantsOf(one.claims ?? [], elders) }))
    .filter((one) => !isOfOnePerson(one, one.those))
  const others = elders.filter((elder) => elder.stationId !== stationId)
  await Promise.all(others.map((elder) => ctx.look({ ...elder, elderId: elder.id }, null, 'day')))

  const claimant = (elder: ElderRecord) => ({
    ...foundElder(elder, ctx.now, stationId),
    hasOwnPhone: elder.openid !== null,
  })
  return {
    numbers: numbers.map(({ those, since = '' }) => ({
      tail: those[0]?.idNumber?.tail ?? '',
      since,
      elders: those.map(claimant),
    })),
    next,
    waiting: Number(counted[0]?.count ?? 0) - (page.length - numbers.length),
  }
}
