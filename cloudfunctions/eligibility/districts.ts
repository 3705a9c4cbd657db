import type { eligibility } from '#types/eligibility'
import { pageSize } from '#types/paging'
import * as z from '#types/z'
import { command, select, sumUp } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { decodeCursor, pageOf } from '../_shell/cursor'

/** After which district a page begins. */
const Start = z.strictObject({ id: z.string() })

export const districts: Handler<typeof eligibility.districts> = async (_, { after }) => {
  const start = after === undefined ? null : decodeCursor(after, Start)
  const found = await select('districts', {
    where: start ? { _id: command.gt(start.id) } : {},
    orderBy: [['_id', 'asc']],
    limit: pageSize.places + 1,
  })
  const { page, next } = pageOf(found, pageSize.places, ({ id }) => ({ id }))
  const ruled = await sumUp('policies', {
    where: { district: command.in(page.map(({ id }) => id)) },
    by: { district: '$district' },
    sums: {},
    limit: pageSize.places,
  })
  const named = new Set(ruled.map(({ _id }) => (_id as { district: string }).district)) // as grouped above
  return {
    districts: page.filter(({ id }) => named.has(id)),
    next,
  }
}
