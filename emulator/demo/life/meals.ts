import { addDays } from '#types/days'
import type { LocalDate } from '#types/values'
import { does, type Moment, timeOn } from './moment'
import { books, type Choice, clerk, eats, meal, orderOf, writesDown } from './tables'

const LI_MIN = 'o-li-min'
const CHEN = 'o-chen-jianguo'

/** Meals from yesterday to the day after tomorrow, each as its people leave it before it is eaten, refused or called off. */
export const mealsAround = (today: LocalDate): Moment[] => [
  ...herMeals(today),
  ...theirMeals(today),
  ...writtenDown(today),
]

/** What 李敏 books for her mother: each lunch on the evening before. */
function herMeals(today: LocalDate): Moment[] {
  const yesterday = addDays(today, -1)
  const lunch = (day: number) => meal('e-wang-xiuying', addDays(today, day), 'lunch')
  const [eaten, next, later] = [lunch(-1), lunch(0), lunch(1)]
  return [
    books(timeOn(addDays(today, -2), '19:40'), LI_MIN, eaten),
    ...eats(eaten, yesterday, '08:10', '11:42'),
    books(timeOn(yesterday, '19:35'), LI_MIN, next),
    ...eats(next, today, '08:08', '11:41'),
    books(timeOn(yesterday, '19:38'), LI_MIN, later),
  ]
}

/** What 陈建国 books for himself and for his wife. */
function theirMeals(today: LocalDate): Moment[] {
  const [yesterday, tomorrow, dayAfter] = [addDays(today, -1), addDays(today, 1), addDays(today, 2)]
  const own = (date: LocalDate) => meal('e-chen-jianguo', date, 'dinner')
  const hers = meal('e-liu-guilan', today, 'dinner', 'takeAway', 1)
  const sentHome = meal('e-liu-guilan', tomorrow, 'lunch', 'delivery')
  const calledOff = own(dayAfter)
  return [
    books(timeOn(yesterday, '10:05'), CHEN, own(yesterday)),
    ...eats(own(yesterday), yesterday, '10:20', '17:06'),
    books(timeOn(yesterday, '20:10'), CHEN, own(today)),
    ...eats(own(today), today, '08:12', '17:08'),
    books(timeOn(today, '08:50'), CHEN, hers),
    ...eats(hers, today, '14:20', '17:09'),
    books(timeOn(yesterday, '09:30'), CHEN, sentHome),
    clerk(timeOn(yesterday, '16:10'), 'refuse', sentHome, '送餐的人那天请了假，送不了，很对不起。'),
    books(timeOn(yesterday, '20:12'), CHEN, calledOff),
    does(timeOn(yesterday, '20:40'), CHEN, 'meals.cancel', {
      orderId: orderOf(calledOff),
      reason: '那天要去看女儿',
    }),
    books(timeOn(yesterday, '20:13'), CHEN, own(tomorrow)),
  ]
}

/** What 张静 writes down for elders without an account. 田凤仙 was not ticked off. */
function writtenDown(today: LocalDate): Moment[] {
  const [yesterday, tomorrow] = [addDays(today, -1), addDays(today, 1)]
  const served = (date: LocalDate, time: string, choice: Choice) => clerk(timeOn(date, time), 'serve', choice)
  const sun = meal('e-sun-baotian', yesterday, 'lunch', 'dineIn', 1)
  const he = meal('e-he-shulan', today, 'lunch', 'delivery')
  const xu = meal('e-xu-guoliang', today, 'lunch', 'dineIn', 2)
  const li = meal('e-li-yuzhen', today, 'dinner', 'dineIn', 1)
  return [
    writesDown(timeOn(yesterday, '08:22'), sun, 'phone'),
    served(yesterday, '11:50', sun),
    writesDown(timeOn(yesterday, '08:40'), meal('e-tian-fengxian', yesterday, 'lunch'), 'counter'),
    writesDown(timeOn(yesterday, '15:20'), he, 'phone'),
    served(today, '11:20', he),
    writesDown(timeOn(yesterday, '11:55'), xu, 'counter'),
    served(today, '11:55', xu),
    writesDown(timeOn(yesterday, '16:30'), li, 'phone'),
    served(today, '17:12', li),
    writesDown(timeOn(yesterday, '11:56'), meal('e-xu-guoliang', tomorrow, 'lunch'), 'counter'),
    writesDown(timeOn(yesterday, '15:45'), meal('e-ding-jinhai', tomorrow, 'dinner'), 'phone'),
  ]
}
