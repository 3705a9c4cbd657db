import type { MealOrder } from '#types/meals/orders'
import type { Mode, Sitting, Slot } from '#types/meals/sittings'
import type { ActFor } from '#types/people'
import { liveOrderStates } from '#types/states'
import type { NearbyStation } from '#types/stations'
import type { LocalDate } from '#types/values'
import { slotWord } from '#types/words/meals/slots'
import { addDays, dayWord } from '@/services/dates'
import { eatingWord } from '@/services/eating-words'
import { isTooFar } from './little'
import { wayWord } from './where'
import { hasPlace, leftWord, modesLeft, type Pick, placesLeft, type Wish } from './wish'

/** Something that can be booked in place of what cannot. */
export interface Instead {
  /** What leads there: 看周一的午餐. */
  words: string
  /** What there is: 还剩 12 个座位. */
  hint: string
  wish: Wish
}

/** A meal that cannot be had as it is wished for. */
export interface Gap {
  stationId: string
  date: LocalDate
  /** Null: whatever the day serves. */
  slot: Slot | null
  /** Null: in whatever way. */
  mode: Mode | null
  /** The first day after it on which the station may serve again. */
  next: LocalDate
}

/** What cannot be had; null where it can. @param pick null: the station serves nothing that day */
export function gapOf(pick: Pick | null, at: { stationId: string; date: LocalDate; wish: Wish }): Gap | null {
  if (pick?.standing === 'open') return null
  const { stationId, date, wish } = at
  const isFull = pick?.standing === 'full' || pick?.standing === 'modeFull'
  return {
    ...{ stationId, date },
    slot: pick?.sitting.slot ?? wish.slot ?? null,
    mode: wish.mode ?? (isFull ? pick.mode : null),
    next: addDays(pick?.sitting.closure?.until ?? date, 1),
  }
}

/** What was found to fill a gap with: other sittings of its day, and those of a later day, or of a station nearby. */
export interface Found {
  today: readonly Sitting[]
  later: readonly Sitting[]
  nearby: readonly Sitting[]
}

interface Reader {
  elder: ActFor | null
  /** What is booked for the elder already. */
  orders: readonly MealOrder[]
  today: LocalDate
}

interface Looked {
  /** Null: the station serves nothing that day. */
  pick: Pick | null
  gap: Gap
  found: Found
  /** The one nearby. */
  station: NearbyStation | null
}

/** Up to three ways on, each of which can be booked: another way of eating, or meal of the day; a later day; the station nearby. */
export function insteadOf({ pick, gap, found, station }: Looked, reader: Reader): Instead[] {
  const fill = (sittings: readonly Sitting[]) => fillFrom(sittings, gap, reader)
  const mode = pick?.standing === 'modeFull' ? modesLeft(pick.sitting)[0] : undefined
  const sameDay = mode ? undefined : fill(found.today.filter(({ slot }) => slot !== pick?.sitting.slot))
  const later = fill(found.later)
  const there = fill(found.nearby)
  const onDay = (one: Sitting) => `${dayWord(one.date, reader.today)}的${slotWord[one.slot]}`
  const left = (one: Sitting) => `还剩 ${leftWord(one, gap.mode ?? modesLeft(one)[0] ?? 'dineIn')}`
  const wishFor = ({ date, slot }: Sitting): Wish => ({ date, slot })
  return [
    pick &&
      mode && {
        words: `改成${eatingWord[mode]}`,
        hint: `还剩 ${leftWord(pick.sitting, mode)}`,
        wish: { mode },
      },
    sameDay && { words: `看${onDay(sameDay)}`, hint: left(sameDay), wish: wishFor(sameDay) },
    later && { words: `看${onDay(later)}`, hint: left(later), wish: wishFor(later) },
    station &&
      there && {
        words: `换到${station.name}`,
        hint: [onDay(there), left(there), wayWord(reader.elder, station)].filter(Boolean).join('，'),
        wish: { ...wishFor(there), station: { id: station.id, name: station.name } },
      },
  ].flatMap((one) => one || [])
}

/** The meal that was wished for where it is there, else the first that can be had; undefined: none. */
function fillFrom(sittings: readonly Sitting[], { slot, mode }: Gap, reader: Reader): Sitting | undefined {
  const free = sittings.filter(
    (one) => hasPlace(one) && (mode === null || hasPlaceFor(one, mode)) && isHersToBook(one, reader),
  )
  return free.find((one) => one.slot === slot) ?? free[0]
}

const hasPlaceFor = (sitting: Sitting, mode: Mode) =>
  sitting.modes.includes(mode) && placesLeft(sitting, mode) > 0

/** Not where she eats already, wherever that is, and no further ahead than she may book. */
const isHersToBook = ({ date, slot }: Sitting, { elder, orders }: Reader): boolean =>
  !(elder && isTooFar(elder, date)) &&
  !orders.some((one) => one.date === date && one.slot === slot && liveOrderStates.includes(one.state))
