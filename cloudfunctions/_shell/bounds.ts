import type { Bounded } from '#types/contract'
import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import { addAlone, command, find, updateWhere } from './cloud'
import { bounds } from './policies'
import type { Audited } from './transact'

/** Who does what, and when. */
interface Doing {
  openid: string
  what: Bounded
  now: Date
}

/** Whom it concerns, or which station. */
type Where = Pick<Audited, 'elderId' | 'stationId'>

/**
 * Counts what an account does today, before it is written: one conditional update of a document that is the account's alone, so that
 * no two are counted as one; the first of a day is two calls.
 * @throws AppError `TOO_MANY_TODAY` with `what`, and with `stationPhone` where the station is known
 */
export async function requireRoomToday({ openid, what, now }: Doing, about: Audited): Promise<void> {
  const date = localDate(now)
  const id = `${openid}_${date}_${what}`
  const oneMore = () =>
    updateWhere('dayCounts', { _id: id, count: command.lt(bounds.mostADay[what]) }, { count: command.inc(1) })
  if ((await oneMore()) > 0) return
  if (await addAlone('dayCounts', { id, date, count: 1 })) return
  if ((await oneMore()) > 0) return // somebody else wrote the first one at this moment
  throw await tooManyToday({ what }, about)
}

/** The refusal, with the telephone of the station that can help, where one is known. */
export async function tooManyToday(
  detail: { what: Bounded; isOfHer?: true },
  about: Where,
): Promise<AppError> {
  const stationPhone = await stationPhoneFor(about)
  return new AppError('TOO_MANY_TODAY', { ...detail, ...(stationPhone && { stationPhone }) })
}

async function stationPhoneFor({ elderId, stationId }: Where): Promise<string | null> {
  const own = stationId ?? (elderId && (await find('elders', elderId))?.stationId)
  return (own && (await find('stations', own))?.phone) || null
}
