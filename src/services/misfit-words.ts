import type { Why } from '#types/meals/misfits'
import type { OwnOrder } from '#types/meals/orders'
import { hourOf } from './dates'
import { eatingWord } from './eating-words'

/** Why an order does not fit what is served, as the staff of its station read it. */
export const whyNotWord: Record<Why, string> = {
  closed: '这一天驿站不开门。',
  day: '这一天不供这一餐。',
  clash: '厨房改了菜，里面有老人过敏或者忌口的东西。',
  mode: '这一餐不能这样吃了。',
  set: '订的套餐菜单上没有了。',
  seats: '座位不够，坐不下。',
  portions: '份数不够。',
  time: '开饭的时间和原来说的不一样了。',
}

type Told = Pick<OwnOrder, 'misfit' | 'mode' | 'setName' | 'startsAt'>

/** Why a meal does not fit what its station serves any more; null where it does. @param elderWord 您, 妈妈 */
export function misfitWord({ misfit, mode, setName, startsAt }: Told, elderWord: string): string | null {
  if (!misfit) return null
  switch (misfit.why) {
    case 'closed':
      return `驿站这一天不开门${misfit.closure ? `：${misfit.closure.reason}` : ''}。`
    case 'day':
      return '驿站这一天不供这一餐了。'
    case 'mode':
      return `这一餐不能${eatingWord[mode]}了。`
    case 'set':
      return `这一餐没有${setName}了。`
    case 'clash':
      return `厨房改了菜，里面有${elderWord}过敏或者忌口的东西。`
    case 'seats':
      return '这一餐的座位不够了。'
    case 'portions':
      return '这一餐的份数不够了。'
    case 'time':
      return misfit.startsAt
        ? `开饭时间改成 ${hourOf(misfit.startsAt)} 了，原来说的是 ${hourOf(startsAt)}。`
        : '开饭的时间改了。'
  }
}
