import { minutesAfter } from '../_domain/base/calendar'
import { tellLate } from '../_domain/messages/of-visits'
import { lateRung, lateSaid } from '../_domain/visits/late'
import type { VisitRecord } from '../_domain/visits/records'
import { command, select } from '../_shell/cloud'
import { deliver } from '../_shell/outbox'
import { notices } from '../_shell/policies'
import { aroundVisit } from '../_shell/reachable'
import { retriedTelling } from '../_shell/transact'

/** So many visits are looked at each time: the urgent ones first, and of equals those that were due first. */
const MOST = 40

/**
 * Says that nobody came in time, or that nothing is heard of whoever came: to the coordinator, and where it is urgent and stays so,
 * to the supervisor.
 */
export async function sayLate(now: Date): Promise<number> {
  const { silentAfter, supervisorAfter } = notices
  const before = (minutes: number) => command.lt(minutesAfter(now, -minutes))
  const late = (of: object) =>
    command.or([
      { ...of, state: command.in(['open', 'claimed']), dueAt: before(0) },
      { ...of, state: 'onSite', dueAt: before(silentAfter) },
    ])
  const passedOn = { lateTold: 'coordinator', urgency: 'urgent' }
  const supervisors = command.or([
    { ...passedOn, state: command.in(['open', 'claimed', 'escalated']), dueAt: before(supervisorAfter) },
    { ...passedOn, state: 'onSite', dueAt: before(silentAfter + supervisorAfter) },
  ])
  const nobody = { lateTold: 'nobody' }
  const wheres = [
    late({ ...nobody, urgency: 'urgent' }),
    supervisors,
    late({ ...nobody, urgency: command.neq('urgent') }),
  ]
  const found: VisitRecord[] = []
  for (const where of wheres)
    found.push(...(await select('visits', { where, orderBy: [['dueAt', 'asc']], limit: MOST })))
  let said = 0
  for (const visit of found.slice(0, MOST)) if (await sayOf(visit, now)) said++
  return said
}

async function sayOf({ id }: VisitRecord, now: Date): Promise<boolean> {
  const message = await retriedTelling(`late-${id}`, now, async (tx) => {
    const visit = await tx.find('visits', id)
    const rung = visit && lateRung(visit, now, notices)
    if (!visit || !rung) return null
    await tx.put('visits', lateSaid(visit, rung))
    const { supervisor = [], ...reach } = await aroundVisit(visit, now)
    return tellLate(visit, 'visitOverdue', {
      reach: rung === 'supervisor' ? { supervisor } : reach,
      now,
      notices,
    })
  })
  if (message) await deliver(message)
  return message !== null
}
