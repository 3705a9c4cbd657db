import type { DeliverTo } from '#types/meals/orders'

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
