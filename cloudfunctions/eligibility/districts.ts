import type { eligibility } from '#types/eligibility'
import { pageSize } from '#types/paging'
import { select, sumUp } from '../_shell/cloud'
import type { Handler } from '../_shell/context'

export const districts: Handler<typeof eligibility.districts> = async () => {
  const [all, ruled] = await Promise.all([
    select('districts', { where: {}, orderBy: [['_id', 'asc']], limit: pageSize.places }),
    sumUp('policies', { where: {}, by: { district: '$district' }, sums: {}, limit: pageSize.places }),
  ])
  const named = new Set(ruled.map(({ _id }) => (_id as { district: string }).district))
  return all.filter(({ id }) => named.has(id))
}
