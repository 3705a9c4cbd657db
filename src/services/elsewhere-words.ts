import type { ErrorDetail } from '#types/errors'
import type { Sitting } from '#types/meals/sittings'
import { slotWord } from '#types/words/meals/slots'
import { cloudNow } from './clock'
import { dateOf, dayWord } from './dates'

/**
 * 妈妈明天的午餐，在枫林驿站已经订了一份：红烧鱼套餐。还要再订一份吗？
 * @param detail what the cloud told with `ALREADY_ELSEWHERE`: nothing to whoever may not see where she eats
 */
export function elsewhereWord(
  { stationName, setName }: ErrorDetail,
  { date, slot }: Pick<Sitting, 'date' | 'slot'>,
  elderWord: string,
): string {
  const meal = `${elderWord}${dayWord(date, dateOf(cloudNow()))}的${slotWord[slot]}`
  const isTold = typeof stationName === 'string' && typeof setName === 'string'
  const booked = isTold ? `在${stationName}已经订了一份：${setName}` : '在别的驿站已经订了一份'
  return `${meal}，${booked}。还要再订一份吗？`
}
