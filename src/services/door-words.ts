import type { DeliverTo, MealOrder } from '#types/meals/orders'
import type { Instant } from '#types/values'
import { whenWord } from './dates'

/** 长江路 18 弄 3 号楼 402 */
export const doorWord = ({ building, room }: Pick<DeliverTo, 'building' | 'room'>): string =>
  [building, room].filter(Boolean).join(' ')

/** The rows that say where a delivery goes, and whose telephone rings there; none for other ways of eating. */
export const doorRows = (to: DeliverTo | null): { name: string; value: string }[] =>
  to
    ? [
        { name: '送到', value: doorWord(to) },
        { name: '电话', value: to.phone ?? '没有登记' },
      ]
    : []

/** What somebody who brings a meal would miss; null where nothing is missing. */
export function missingAtDoor({ room, phone }: DeliverTo): string | null {
  const missing = [...(room ? [] : ['门牌号']), ...(phone ? [] : ['电话'])]
  return missing.length > 0 ? `还没有登记${missing.join('和')}，送餐的人可能找不到。` : null
}

/** What whoever brings a meal reads of its door, what is not registered too: 送到 长江路 18 弄 3 号楼，没有登记门牌号，电话 138****3606 */
export function bringWord(to: DeliverTo): string {
  const door = to.room ? doorWord(to) : `${to.building}，没有登记门牌号`
  return `送到 ${door}，电话 ${to.phone ?? '没有登记'}`
}

/** 地址或电话改过（今天 10:20）: that it is another door than the one the station had confirmed; null where it is the same. */
export const changedDoorWord = (
  { doorChangedAt }: Pick<MealOrder, 'doorChangedAt'>,
  now: Instant,
): string | null => (doorChangedAt ? `地址或电话改过（${whenWord(doorChangedAt, now)}）` : null)
