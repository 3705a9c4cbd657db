import { addDays, localDate } from '#types/days'
import { AppError } from '#types/errors'
import { mostDaysAhead } from '#types/limits'
import { type Slot, slots } from '#types/meals/slots'
import type { LocalDate } from '#types/values'
import { sittingOn } from '../../_domain/meals/planning/plans'
import { command, selectFields } from '../cloud'
import { everyPage } from '../every-page'
import { follow, type Kept, kept as keptFields } from './follow'
import { lessOrdered } from './less-ordered'
import { groundOf } from './planned'

/** More sittings than a station has from a day on. */
const MOST = slots.length * (mostDaysAhead + 1)
/** A plan, a menu or a closure may be written again and again while sittings come to follow it. */
const TRIES = 5

/** Which sittings of a station. */
interface Which {
  slot?: Slot
  from: LocalDate
  /** The last local date; absent: all from then on. */
  to?: LocalDate
  now: Date
}

/**
 * Lets every sitting that is written follow what plan, menu, calendar and closures say by now: of one station, or of all that a kitchen
 * feeds. It is called once these are stored, and may be repeated, broken off and done by several at once: each sitting is one update by
 * itself, and none undoes what somebody did who read later.
 * @throws AppError `BUSY` where others write the same ones all the time: not all of them may follow
 */
export async function alignSittings({
  stationId,
  kitchenId,
  ...of
}: Which &
  ({ stationId: string; kitchenId?: never } | { stationId?: never; kitchenId: string })): Promise<void> {
  const today = localDate(of.now)
  const isOver = of.from < today
  const which = { ...of, from: isOver ? today : of.from }
  if (stationId !== undefined) return alignStation(stationId, which)
  await everyPage('stations', { kitchenId }, async (page) => {
    for (const { id } of page) await alignStation(id, which)
  })
}

async function alignStation(stationId: string, which: Which): Promise<void> {
  let behind = await sittingsOf(stationId, which)
  for (let tries = 1; behind.length > 0; tries++) {
    if (tries > TRIES) throw new AppError('BUSY')
    const missed = await alignAll(stationId, behind, which)
    const sittings = missed.length > 0 ? await sittingsOf(stationId, which) : []
    behind = sittings.filter(({ id }) => missed.includes(id))
  }
}

/** @param sittings read before what they follow is: whoever aligned them since has changed them, and the update meets nothing */
async function alignAll(
  stationId: string,
  sittings: readonly Kept[],
  { from, now }: Which,
): Promise<string[]> {
  const last =
    sittings
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? from
  const ground = await groundOf(stationId, { from, to: last }, now)
  if (!ground) return []
  const written = { ...ground, daysAhead: mostDaysAhead } // also those that a district would not let be booked yet
  const missed = await Promise.all(
    sittings.map(async (sitting) => {
      const { sitting: planned } = sittingOn(written, sitting.date, sitting.slot)
      return (await follow(sitting, planned && (await lessOrdered(planned)))) ? [] : [sitting.id]
    }),
  )
  return missed.flat()
}

const sittingsOf = (stationId: string, { slot, from, to }: Which): Promise<Kept[]> =>
  selectFields('sittings', keptFields, {
    where: {
      stationId,
      date: to === undefined ? command.gte(from) : command.between(from, addDays(to, 1)),
      ...(slot !== undefined && { slot }),
    },
    limit: MOST,
  })
