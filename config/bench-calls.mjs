/** Database calls of the actions that people use most, counted by the emulator's gateway. */
import { onCloud } from './bench-cloud.mjs'
import { step } from './steps.mjs'

const PERSON = { daughter: 'o-li-min', clerk: 'o-zhang-jing' }
const ELDER = 'e-wang-xiuying'
const NEIGHBOUR = 'e-liu-guilan'
const STATION = 'st-changjiang'
const HERE = { lng: 120.6, lat: 31.3 }

/** Plays one booking through, and answers the rows. */
export async function countCalls() {
  const rows = []
  await step('数数据库调用', async () => {
    rows.push(...(await onCloud([], play)))
  })
  return rows
}

async function play(cloud) {
  const call = (name, input, openid = PERSON.daughter) => cloud.call(name, input, openid)
  const counted = async (name, input, limit, openid) => {
    const { calls } = await cloud.counted(() => call(name, input, openid))
    return { what: `${name} 的数据库调用`, value: calls, unit: ' 次', limit }
  }

  const lunch = await cloud.lunchAt(STATION, PERSON.daughter)
  const meal = { sittingId: lunch.id, elderId: ELDER, mode: 'dineIn', setId: lunch.sets[0].id }
  // The sitting is written by whoever books it first, and the policies are known from here on.
  await call('meals.bookFor', { ...meal, elderId: NEIGHBOUR, channel: 'phone' }, PERSON.clerk)
  await call('meals.quote', meal)
  await call('stations.nearby', HERE)
  await call('people.home', {})

  return [
    await counted('people.me', {}, 1),
    await counted('people.home', {}, 5),
    await counted('stations.nearby', HERE, 1),
    await counted('meals.quote', meal, 5),
    await counted('meals.book', meal, 11),
    await counted('meals.confirm', { orderId: `${lunch.id}_${ELDER}` }, 12, PERSON.clerk),
  ]
}
