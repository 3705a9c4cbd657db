import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import { following } from '../../_domain/elder-bound'
import { command, select } from '../cloud'
import { ofElders } from '../where'

/** @throws AppError `STILL_BOOKED` while somebody cooks for her or is on the way to her */
export async function requireNothingBooked(elderIds: string[], now: Date): Promise<void> {
  const live = await Promise.all(
    following.map(([name, row]) =>
      row.live === 'never'
        ? []
        : select(name, { where: ofElders(row, elderIds, row.live.where(localDate(now))), limit: 1 }),
    ),
  )
  if (live.flat().length > 0) throw new AppError('STILL_BOOKED')
}

/** @throws AppError `VISIT_UNSETTLED` while what was found at her door calls for somebody: without her address and number nobody could go or ring */
export async function requireNothingAlarming(elderIds: string[]): Promise<void> {
  const [alarming] = await select('visits', {
    where: { elderId: command.in(elderIds), alarm: command.neq(null) },
    limit: 1,
  })
  if (alarming) throw new AppError('VISIT_UNSETTLED')
}
