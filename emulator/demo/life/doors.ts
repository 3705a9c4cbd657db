import { addDays, localDate } from '#types/days'
import { minutesAfter } from '../../../cloudfunctions/_domain/base/calendar'
import { does, type Moment, type Stage, timeOn } from './moment'
import { CLERK } from './tables'

const HELPER = 'o-zhao-qiang'

/** So many minutes before now somebody asks urgently: there is time left until somebody should have knocked. */
const URGENT_AGO = 9

/** A visit with a report to read, and two doors that wait, one of them urgent. */
export const doors = (now: Date): Moment[] => [...reported(now), ...waiting(now)]

/** What 李敏 asked for in the evening and 赵强 wrote in the morning: this morning's, or yesterday's while it is earlier than that. */
function reported(now: Date): Moment[] {
  const today = localDate(now)
  const morning = now >= timeOn(today, '08:35') ? today : addDays(today, -1)
  const evening = addDays(morning, -1)
  let visitId: unknown
  const then = (at: Date, name: 'claim' | 'arrive' | 'report', input: object = {}): Moment => ({
    at,
    happens: ({ act }) => act(HELPER, `visits.${name}`, { visitId, ...input }),
  })
  const ask = async ({ act }: Stage) => {
    const asked = await act('o-li-min', 'visits.request', {
      elderId: 'e-wang-xiuying',
      urgency: 'worry',
      reason: '妈妈说家里的灯老是闪，想请人去看看。',
      when: 'now',
    })
    visitId = asked.id
  }
  return [
    { at: timeOn(evening, '18:50'), happens: ask },
    then(timeOn(evening, '19:20'), 'claim'),
    then(timeOn(morning, '08:05'), 'arrive'),
    then(timeOn(morning, '08:30'), 'report', {
      outcome: 'needsFound',
      note: '人很好，在择菜。客厅的灯坏了，要请电工来换，先别站上凳子自己换。',
    }),
  ]
}

function waiting(now: Date): Moment[] {
  const today = localDate(now)
  const noon = timeOn(today, '12:10')
  const calm = now > noon ? noon : timeOn(addDays(today, -1), '16:40')
  const urgently = new Date(minutesAfter(now, -URGENT_AGO))
  return [
    does(calm, CLERK, 'visits.request', {
      elderId: 'e-ma-changshun',
      urgency: 'worry',
      reason: '一个人住，想有人来坐坐，说说话。',
      when: 'now',
      channel: 'phone',
    }),
    does(urgently, 'o-zhou-lin', 'visits.request', {
      elderId: 'e-zhou-defu',
      urgency: 'urgent',
      reason: '邻居打电话来说，敲门没有人应，屋里有响声。',
      when: 'now',
      channel: 'phone',
    }),
  ]
}
