import type { Actor } from '#types/actors'
import { urgencies } from '#types/visits'
import { tellLate } from '../_domain/messages/of-visits'
import { abandonedBefore, isAbandoned } from '../_domain/visits/alarms'
import type { VisitRecord } from '../_domain/visits/records'
import { escalateVisit } from '../_domain/visits/visits'
import { command, select } from '../_shell/cloud'
import { deliver } from '../_shell/outbox'
import { notices, visitTerms } from '../_shell/policies'
import { aroundVisit } from '../_shell/reachable'
import { retriedTelling } from '../_shell/transact'

/** So many of each urgency are passed on each time, those that were due first first. */
const MOST = 20

/** Nobody in particular passed it on. */
const nobody: Actor = { name: '', role: 'coordinator', relation: null, channel: 'app' }

/** What nobody came to within its days becomes the coordinator's, and is not left open for ever. */
export async function passOnAbandoned(now: Date): Promise<number> {
  let passedOn = 0
  for (const urgency of urgencies) {
    const abandoned = await select('visits', {
      where: {
        lateTold: command.in(['nobody', 'coordinator', 'supervisor']),
        dueAt: command.lt(abandonedBefore(urgency, now, visitTerms)),
        urgency,
        state: command.in(['open', 'claimed', 'onSite']),
      },
      orderBy: [['dueAt', 'asc']],
      limit: MOST,
    })
    for (const visit of abandoned) if (await passOn(visit, now)) passedOn++
  }
  return passedOn
}

async function passOn({ id }: VisitRecord, now: Date): Promise<boolean> {
  let isPassedOn = false
  const message = await retriedTelling(`abandoned-${id}`, now, async (tx) => {
    const visit = await tx.find('visits', id)
    isPassedOn = visit !== null && isAbandoned(visit, now, visitTerms)
    if (!visit || !isPassedOn) return null
    const passedOn = escalateVisit(visit, { by: nobody, now })
    await tx.put('visits', passedOn)
    return tellLate(passedOn, 'visitAbandoned', { reach: await aroundVisit(visit, now), now, notices })
  })
  if (message) await deliver(message)
  return isPassedOn
}
