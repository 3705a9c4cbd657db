import { AppError } from '#types/errors'
import { awaitedVisitStates, liveOrderStates } from '#types/states'
import { localDate } from '../../_domain/base/calendar'
import { command, select } from '../../_shell/cloud'

/** @throws AppError `STILL_BOOKED` while somebody cooks for her or is on the way to her */
export async function requireNothingBooked(elderId: string, now: Date): Promise<void> {
  const [orders, visits] = await Promise.all([
    select('mealOrders', {
      where: { elderId, date: command.gte(localDate(now)), state: command.in(liveOrderStates) },
      limit: 1,
    }),
    select('visits', { where: { elderId, state: command.in(awaitedVisitStates) }, limit: 1 }),
  ])
  if (orders.length + visits.length > 0) throw new AppError('STILL_BOOKED')
}
