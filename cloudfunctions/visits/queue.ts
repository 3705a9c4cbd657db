import { pageSize } from '#types/paging'
import type { visits } from '#types/visits'
import { answersFor, isAssignable } from '../_domain/access/holdings'
import type { AccountRecord } from '../_domain/people/records'
import { queuedVisits } from '../_domain/visits/queue'
import type { VisitRecord } from '../_domain/visits/records'
import { command, select } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { walking } from '../_shell/policies'
import { tasksOf } from '../_shell/tasks-of'

/** Candidates that are read of each kind; of these the nearest are shown. */
const MOST_READ = 200

export const queue: Handler<typeof visits.queue> = async (ctx, { place }) => {
  const account = ctx.knownAccount()
  const [tasks, doors, reports] = await Promise.all([
    tasksOf(account.id),
    doorsFor(account),
    reportsTo(account),
  ])
  const found = [...new Map([...tasks, ...doors, ...reports].map((visit) => [visit.id, visit])).values()]
  return queuedVisits(found, { account, from: place ?? account.place, walking }).slice(0, pageSize.visitQueue)
}

/** Doors where nobody goes yet and the caller may: a volunteer's in the district, else those of station and town. */
function doorsFor(account: AccountRecord): Promise<VisitRecord[]> {
  const state = command.in(['open', 'escalated'])
  return select('visits', {
    where: isAssignable(account, 'volunteer')
      ? { district: account.district, state }
      : ofPlaces(account, state),
    orderBy: [['dueAt', 'asc']],
    limit: MOST_READ,
  })
}

/** Reports that wait to be read by whoever answers for the place, the latest first. */
async function reportsTo(account: AccountRecord): Promise<VisitRecord[]> {
  if (!isAssignable(account, 'clerk') && !isAssignable(account, 'coordinator')) return []
  return select('visits', {
    where: ofPlaces(account, 'reported'),
    orderBy: [['dueAt', 'desc']],
    limit: MOST_READ,
  })
}

function ofPlaces(account: AccountRecord, state: unknown): object {
  const { stationIds, townIds } = answersFor(account)
  return command.or([
    { stationId: command.in(stationIds), state },
    { townId: command.in(townIds), state },
  ])
}
