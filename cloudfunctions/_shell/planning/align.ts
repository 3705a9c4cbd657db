import { addDays, localDate } from '#types/days'
import { AppError } from '#types/errors'
import { mostDaysAhead } from '#types/limits'
import { type Slot, slots } from '#types/meals/slots'
import type { LocalDate } from '#types/values'
import { sharesOtherwise } from '../../_domain/meals/planning/aligning'
import { sittingOn } from '../../_domain/meals/planning/plans'
import type { SittingRecord } from '../../_domain/meals/records'
import { command, selectFields } from '../cloud'
import { everyPage } from '../every-page'
import { follow, type Kept, kept as keptFields } from './follow'
import { type Ground, groundOf } from './planned'
import { sharedOut } from './shared-out'

/** More sittings than a station has from a day on. */
const MOST = slots.length * (mostDaysAhead + 1)
/** A plan, a menu or a closure may be written again and again while sittings come to follow it. */
const TRIES = 10

/** Tables that may have more of a dish take it once those that may have less have done so: two rounds, where that changes at all. */
const ROUNDS = 2

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
 * itself, and none undoes what somebody did who read later. What a kitchen shares out is taken from some tables first, then given to others.
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
  if (stationId !== undefined) {
    await alignStation(stationId, which)
    return
  }
  let isMoved = true
  for (let round = 1; isMoved && round <= ROUNDS; round++) {
    let moved = 0
    let tables = 0
    await everyPage('stations', { kitchenId }, async (page) => {
      tables += page.length
      for (const { id } of page) if (await alignStation(id, which)) moved++
    })
    isMoved = moved > 0 && tables > 1
  }
}

/** @returns whether some sitting has more or less of a dish */
async function alignStation(stationId: string, which: Which): Promise<boolean> {
  let isMoved = false
  let behind = await sittingsOf(stationId, which)
  for (let tries = 1; behind.length > 0; tries++) {
    if (tries > TRIES) throw new AppError('BUSY')
    const aligned = await alignAll(stationId, behind, which)
    isMoved = isMoved || aligned.isMoved
    const sittings = aligned.missed.length > 0 ? await sittingsOf(stationId, which) : []
    behind = sittings.filter(({ id }) => aligned.missed.includes(id))
  }
  return isMoved
}

/**
 * @param sittings read before what they follow is: whoever aligned them since has changed them, and the update meets nothing
 * @returns the ids of those of which that is so, and whether some sitting has more or less of a dish
 */
async function alignAll(
  stationId: string,
  sittings: readonly Kept[],
  { from, now }: Which,
): Promise<{ missed: string[]; isMoved: boolean }> {
  const last =
    sittings
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? from
  const ground = await groundOf(stationId, { from, to: last }, now)
  const done = await Promise.all(
    sittings.map(async (sitting) => {
      const planned = ground && (await plannedNow(sitting, ground, now))
      const missed = (await follow(sitting, planned)) ? [] : [sitting.id]
      return { missed, isMoved: sharesOtherwise(sitting, planned) }
    }),
  )
  return { missed: done.flatMap(({ missed }) => missed), isMoved: done.some((one) => one.isMoved) }
}

async function plannedNow({ date, slot }: Kept, ground: Ground, now: Date): Promise<SittingRecord | null> {
  const whole = { ...ground, daysAhead: mostDaysAhead } // also what a district would not let be booked yet
  const { sitting } = sittingOn(whole, date, slot)
  return sitting && sharedOut(sitting, ground, now)
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
