import { claimedBefore } from '../_domain/messages/telling'
import { command, select } from '../_shell/cloud'
import { tellUnreached } from '../_shell/menus/unreached'
import { deliverLeft } from '../_shell/outbox'

/** So many messages are taken up each time: with three seconds each at the worst they are done within the function's minute. */
const MOST = 15

/** Sends what was left of messages whose senders have stopped, the urgent ones first, then the oldest. */
export async function sendLeft(now: Date): Promise<number> {
  const left = await select('messages', {
    where: command.or([
      { isLeft: true, claimedAt: null },
      { isLeft: true, claimedAt: command.lt(claimedBefore(now)) },
    ]),
    orderBy: [
      ['isUrgent', 'desc'],
      ['at', 'asc'],
    ],
    limit: MOST,
  })
  let taken = 0
  for (const { id } of left) {
    const message = await deliverLeft(id, now)
    if (!message) continue
    taken++
    await tellUnreached(message, now)
  }
  return taken
}
