import { pageSize } from '#types/paging'
import type { Membership, Org } from '#types/people/staff'
import { call } from '@/services/cloud'
import { everyPage } from '@/services/every-page'
import { lastOf } from '@/services/last-of'

const page: number = pageSize.staff

/** Everybody in an organisation. */
export const loadStaff = ({ id, kind }: Org): Promise<Membership[]> =>
  everyPage(async (after) => {
    const people = await call('people.staff', { orgKind: kind, orgId: id, ...(after && { after }) })
    return { items: people, next: people.length < page ? null : (lastOf(people)?.id ?? null) }
  })
