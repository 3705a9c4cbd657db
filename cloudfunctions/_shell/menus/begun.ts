import { AppError } from '#types/errors'
import type { SittingRecord } from '../../_domain/meals/records'
import { command, selectFields } from '../cloud'

/** What a kitchen has begun to serve is eaten as it is, at whichever of its tables. @throws AppError `MEAL_BEGUN` with when it was */
export async function requireNotBegun(
  { kitchenId, date, slot }: Pick<SittingRecord, 'kitchenId' | 'date' | 'slot'>,
  now: Date,
): Promise<void> {
  const [first] = await selectFields('sittings', ['startsAt'], {
    where: { kitchenId, date, slot, startsAt: command.lt(now.toISOString()) },
    limit: 1,
  })
  if (first) throw new AppError('MEAL_BEGUN', { startsAt: first.startsAt })
}
