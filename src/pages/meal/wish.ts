import type { MenuClashes } from '#types/meals/clashes'
import type { OwnOrder } from '#types/meals/orders'
import type { MealSet, Mode, Sitting, Slot } from '#types/meals/sittings'
import type { ActFor } from '#types/people'
import { liveOrderStates } from '#types/states'
import type { Instant, LocalDate } from '#types/values'
import { slotWord } from '#types/words/meals/slots'
import { dateOf, dayWord, hourOf, whenWord } from '@/services/dates'
import { eatingWord } from '@/services/eating-words'
import { closedDaysWord } from '@/services/opening'

/** What somebody has chosen so far. It outlives a change of day, station or person: what can be kept is kept. */
export interface Wish {
  /** For whom; left out by a guest. */
  elderId?: string
  station?: { id: string; name: string }
  date?: LocalDate
  slot?: Slot
  setId?: string
  mode?: Mode
}

/**
 * What still counts of a wish that was kept: nothing where it was for somebody else than whom the page is opened for, and neither a day
 * that has passed nor what was picked of its menu.
 */
export function stillWished(wish: Wish, { elder, today }: { elder: ActFor | null; today: LocalDate }): Wish {
  if (wish.elderId !== elder?.id) return {}
  if (wish.date === undefined || wish.date >= today) return wish
  const { date: _past, setId: _ofThatDay, ...kept } = wish
  return kept
}

/**
 * Whether a sitting can be booked as wished. `modeFull`: only in another way; `late`: the time to book has passed;
 * `closed`: the station stays closed that day; `shut`: it does not serve it; `noMenu`: nobody has written the menu yet; `soldOut`: no set
 * is left, although there may be places.
 */
type Standing = 'open' | 'modeFull' | 'full' | 'late' | 'closed' | 'shut' | 'noMenu' | 'soldOut'

/** What the page shows as picked. What was wished for and is not there leaves a gap: nothing else is picked in its place. */
export interface Pick {
  sitting: Sitting
  set: MealSet | null
  mode: Mode | null
  standing: Standing
}

/** Seats for eating there, portions for the rest. */
export const placesLeft = (sitting: Sitting, mode: Mode): number =>
  mode === 'dineIn' ? sitting.seatsLeft : sitting.portionsLeft

export const modesLeft = (sitting: Sitting) => sitting.modes.filter((mode) => placesLeft(sitting, mode) > 0)

/** Those that are not sold out. */
const setsLeft = ({ sets, soldOut }: Sitting) => sets.filter(({ id }) => !soldOut.includes(id))

/** Whether anything at all can be had. */
export const hasPlace = (sitting: Sitting): boolean =>
  sitting.bookable && setsLeft(sitting).length > 0 && modesLeft(sitting).length > 0

/**
 * The wish where the day's sittings can grant it, else the first that can be had; null on a day without meals.
 * @param clashing sets with something in them that she must not have: none of them is picked for her
 */
export function pickFrom(
  sittings: readonly Sitting[],
  wish: Wish,
  now: Instant,
  clashing: readonly MenuClashes[] = [],
): Pick | null {
  const sitting = sittings.find(({ slot }) => slot === wish.slot) ?? sittings.find(hasPlace) ?? sittings[0]
  if (!sitting) return null
  const isSafer = ({ id }: MealSet) =>
    !clashing.some((one) => one.sittingId === sitting.id && one.setId === id && one.clashes.length > 0)
  const left = setsLeft(sitting)
  const set = wish.setId ? left.find(({ id }) => id === wish.setId) : left.find(isSafer)
  const mode = wish.mode ? sitting.modes.find((one) => one === wish.mode) : sitting.modes[0]
  const standing = standingOf(sitting, mode ?? null, now)
  return { sitting, set: set ?? null, mode: mode ?? null, standing }
}

/** What is booked already of a meal; undefined where nothing is. */
export const bookedFor = (sitting: Sitting, orders: readonly OwnOrder[]): OwnOrder | undefined =>
  orders.find(({ sittingId, state }) => sittingId === sitting.id && liveOrderStates.includes(state))

/** What is not as it was wished, or as the day begins: which meal is shown in place of which, and what is no longer there. */
export function changedWords(
  { sitting, set, mode, standing }: Pick,
  { wish, sittings, now }: { wish: Wish; sittings: readonly Sitting[]; now: Instant },
): string[] {
  const isOffered = standing === 'open' || standing === 'modeFull'
  const day = dayWord(sitting.date, dateOf(now))
  const shown = `下面是${slotWord[sitting.slot]}。`
  const passedOver = wish.slot ? [] : sittings.slice(0, sittings.indexOf(sitting))
  const [only, ...others] = sitting.modes
  return [
    ...(wish.slot && wish.slot !== sitting.slot ? [`${day}没有${slotWord[wish.slot]}，${shown}`] : []),
    ...(passedOver.length > 0 ? [`${passedOver.map((one) => goneWord(one, now)).join('，')}，${shown}`] : []),
    ...(isOffered && !set
      ? [wish.setId ? goneSetWord(sitting, wish.setId) : '这几份里都有过敏或者忌口的菜，请看清楚再选。']
      : []),
    ...(isOffered && !mode && wish.mode ? [`这一餐不能${eatingWord[wish.mode]}，请再选一种吃法。`] : []),
    ...(isOffered && mode === only && mode !== 'dineIn' && others.length === 0
      ? [`这一餐只能${eatingWord[mode]}。`]
      : []),
  ]
}

const goneSetWord = ({ soldOut }: Sitting, setId: string) =>
  soldOut.includes(setId) ? '刚才选的套餐卖完了，请再选一份。' : '刚才选的套餐这一餐没有，请再选一份。'

/** 午餐停订了 */
const goneWord = (sitting: Sitting, now: Instant) =>
  slotWord[sitting.slot] + gone[standingOf(sitting, null, now)]

const gone: Record<Standing, string> = {
  open: '还可以订',
  modeFull: '还可以订',
  full: '订满了',
  late: '停订了',
  closed: '不供应',
  shut: '不供应',
  noMenu: '还没有菜单',
  soldOut: '卖完了',
}

/** In this way of eating; in any, while none is picked. */
function standingOf(sitting: Sitting, mode: Mode | null, now: Instant): Standing {
  if (sitting.closure) return 'closed'
  if (!sitting.bookable) return isPast(sitting.cutoffAt, now) ? 'late' : 'shut'
  if (sitting.sets.length === 0) return 'noMenu'
  if (modesLeft(sitting).length === 0) return 'full'
  if (setsLeft(sitting).length === 0) return 'soldOut'
  return mode === null || placesLeft(sitting, mode) > 0 ? 'open' : 'modeFull'
}

const isPast = (instant: Instant, now: Instant) => Date.parse(instant) <= Date.parse(now)

/** 还剩 12 个座位，明天 9:00 前可以取消; or why it cannot be booked. */
export function standingWords({ sitting, mode, standing }: Pick, now: Instant): string {
  const meal = `${dayWord(sitting.date, dateOf(now))}的${slotWord[sitting.slot]}`
  switch (standing) {
    case 'open':
      return `${mode ? `还剩 ${leftWord(sitting, mode)}，` : ''}${cancelWord(sitting, now)}。`
    case 'modeFull':
      return `${mode === 'dineIn' ? '座位' : '能带走的份数'}已经订满了，还可以${waysLeft(sitting)}。`
    case 'full':
      return `${meal}已经订满了。`
    case 'late':
      return `${meal}要在${cutoffWord(sitting, now)} 前订，现在已经停了。`
    case 'closed':
      return `${closedDaysWord(sitting)}${meal}不供应。`
    case 'shut':
      return `${meal}这家驿站不供应。`
    case 'noMenu':
      return `${meal}吃什么，厨房还没有排出来。`
    case 'soldOut':
      return `${meal}都卖完了。`
  }
}

/** An hour of the day itself, or another day's. */
const cutoffWord = ({ cutoffAt, date }: Sitting, now: Instant) =>
  dateOf(cutoffAt) === date ? ` ${hourOf(cutoffAt)}` : whenWord(cutoffAt, now)

/** 12 个座位, 40 份 */
export const leftWord = (sitting: Sitting, mode: Mode) =>
  `${placesLeft(sitting, mode)} ${mode === 'dineIn' ? '个座位' : '份'}`

const waysLeft = (sitting: Sitting) =>
  modesLeft(sitting)
    .map((mode) => eatingWord[mode])
    .join('，或者')

/** A meal may be bookable for longer than it can be cancelled. */
const cancelWord = ({ cancelUntil }: Sitting, now: Instant) =>
  isPast(cancelUntil, now) ? '订好就不能取消了' : `${whenWord(cancelUntil, now)} 前可以取消`
