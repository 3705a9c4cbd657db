import type { ReviewRow } from '#types/eligibility/applications'
import { pageSize } from '#types/paging'
import type { ApplicationState } from '#types/states'
import type { LocalDate } from '#types/values'
import { call, type RequestTo } from '@/services/cloud'
import { addDays } from '@/services/dates'
import { everyPage } from '@/services/every-page'
import { lastOf } from '@/services/last-of'

/** How reviewers look at it: nobody looks yet, somebody does, somebody has answered. */
export type Group = 'waiting' | 'inReview' | 'done'

const states: Record<Group, readonly ApplicationState[]> = {
  waiting: ['submitted'],
  inReview: ['inReview'],
  done: ['returned', 'approved', 'refused', 'withdrawn'],
}

/** Those that were answered stay in the list for so many days beyond the day on which they were due. */
const daysShown = 30

/** Where the list goes on. */
type After = NonNullable<RequestTo<'eligibility.reviews'>['after']>

const page: number = pageSize.reviews

/** Before any other id of a day. */
const firstId = '0'

/** All of a group: what is due first comes first; among those that are answered, the latest. */
export async function loadReviews(group: Group, today: LocalDate): Promise<ReviewRow[]> {
  const since = group === 'done' ? { dueOn: addDays(today, -daysShown), id: firstId } : undefined
  const lists = await Promise.all(states[group].map((state) => loadAll(state, since)))
  const rows = lists.flat()
  return group === 'done'
    ? rows.sort((a, b) => b.submittedAt.localeCompare(a.submittedAt))
    : rows.sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.submittedAt.localeCompare(b.submittedAt))
}

const loadAll = (state: ApplicationState, since: After | undefined): Promise<ReviewRow[]> =>
  everyPage<ReviewRow, After>(async (reached) => {
    const after = reached ?? since
    const rows = await call('eligibility.reviews', { state, ...(after && { after }) })
    const last = lastOf(rows)
    return { items: rows, next: last && rows.length >= page ? { dueOn: last.dueOn, id: last.id } : null }
  })
