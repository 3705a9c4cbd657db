import { pageSize } from '#types/paging'
import type { Membership, Org } from '#types/people/staff'
import { call } from '@/services/cloud'

const page: number = pageSize.staff
/** Beyond this something is wrong. */
const mostPages = 20

/** Everybody in an organisation. */
export async function loadStaff({ id, kind }: Org): Promise<Membership[]> {
  const people: Membership[] = []
  for (let pages = 0; pages < mostPages; pages += 1) {
    const after = people[people.length - 1]?.id
    const next = await call('people.staff', { orgKind: kind, orgId: id, ...(after && { after }) })
    people.push(...next)
    if (next.length < page) break
  }
  return people
}
