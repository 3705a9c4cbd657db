import { tellLate } from '../_domain/messages/of-visits'
import { lateRung, lateSaid } from '../_domain/visits/late'
import type { VisitRecord } from '../_domain/visits/records'
import { command, select } from '../_shell/cloud'
import { deliver } from '../_shell/outbox'
import { notices } from '../_shell/policies'
import { aroundVisit } from '../_shell/reachable'
import { retriedTelling } from '../_shell/transact'

/** So many visits are looked at each time: those of which nobody knows first, and of these the ones that were due first. */
const MOST = 40

/** Says that nobody came in time: to the coordinator, and where it is urgent and stays so, to the supervisor. */
export async function sayLate(now: Date): Promise<number> {
  const state = command.in(['open', 'claimed'])
  const orderBy: [string, 'asc'][] = [['dueAt', 'asc']]
  const untold = await select('visits', {
    where: { lateTold: 'nobody', state, dueAt: command.lt(now.toISOString()) },
    orderBy,
    limit: MOST,
  })
  const urgent = await select('visits', {
    where: { lateTold: 'coordinator', state, urgency: 'urgent', dueAt: command.lt(supervisorsTurn(now)) },
    orderBy,
    limit: MOST,
  })
  const late = [...untold, ...urgent].slice(0, MOST)
  let said = 0
  for (const visit of late) if (await sayOf(visit, now)) said++
  return said
}

const supervisorsTurn = (now: Date) =>
  new Date(now.getTime() - notices.supervisorAfter * 60_000).toISOString()

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
