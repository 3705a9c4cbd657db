import type { Why } from '../../meals/misfits'

/** Why an order does not fit what is served, as the staff of its station read it. */
export const whyNotWord: Record<Why, string> = {
  closed: '这一天驿站不开门。',
  day: '这一天不供这一餐。',
  clash: '厨房换了菜，里面有老人过敏的东西。',
  mode: '这一餐不能这样吃了。',
  set: '订的套餐菜单上没有了。',
  seats: '座位不够，坐不下。',
  portions: '份数不够。',
  time: '开饭的时间和原来说的不一样了。',
}
