import type { Instant } from '#types/values'
import { tellLapse } from '../../_domain/messages/of-people'
import { isLapsed, lapsesBefore } from '../../_domain/people/elders/lapsing'
import type { ElderRecord } from '../../_domain/people/records'
import { command, select } from '../../_shell/cloud'
import { alignRecords } from '../../_shell/elder-records/align'
import { eraseIn } from '../../_shell/elder-records/erase-in'
import { requireNothingAlarming, requireNothingBooked } from '../../_shell/elder-records/nothing-booked'
import { deliver } from '../../_shell/outbox'
import { notices, unconfirmedTerms } from '../../_shell/policies'
import { retriedTelling } from '../../_shell/transact'
import { tidyEach } from '../tidy-each'

/** Nobody has asked for it. */
const NOBODY = ''

/** So many who wait for her yes are told; of one elder there are few. */
const MOST_TOLD = 50

/**
 * Gives registrations up that others made and that she never confirmed, as if she had had her data deleted. Whoever waited is told;
 * the station is not. What somebody is on the way for stays until that is settled.
 */
export function lapseRegistrations(now: Date, isOver: () => boolean): Promise<number> {
  const before = lapsesBefore(now, unconfirmedTerms)
  return tidyEach(
    'elders',
    { unconfirmedSince: command.lt(before) },
    (elder) => lapse(elder, { before, now }),
    isOver,
  )
}

/** What follows her is gone when the next night aligns records, where it is broken off here. */
async function lapse({ id }: ElderRecord, { before, now }: { before: Instant; now: Date }): Promise<void> {
  await requireNothingBooked([id], now)
  await requireNothingAlarming([id])
  const asked = await select('relations', { where: { elderId: id, state: 'asked' }, limit: MOST_TOLD })
  const waiting = asked.map(({ openid }) => openid)
  const gone: ElderRecord[] = []
  const message = await retriedTelling(`lapsed-${id}`, now, async (tx) => {
    gone.length = 0
    const elder = await tx.find('elders', id)
    const station = elder && (await tx.find('stations', elder.stationId))
    if (!elder || !station || !isLapsed(elder, before)) return null
    gone.push(await eraseIn(tx, elder, { station, by: NOBODY, now }))
    return tellLapse(elder, { waiting, now, notices })
  })
  await alignRecords(gone, now)
  if (message) await deliver(message)
}
