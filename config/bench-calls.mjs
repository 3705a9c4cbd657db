/** Database calls and reply bytes of the actions that people use most, counted by the emulator's gateway. */
import { spawn } from 'node:child_process'
import { ROOT, step } from './steps.mjs'

const PERSON = { daughter: 'o-li-min', clerk: 'o-zhang-jing' }
const ELDER = 'e-wang-xiuying'
const STATION = 'st-changjiang'

/** Starts an emulator in memory, plays one booking through, and answers the rows. */
export async function countCalls() {
  const rows = []
  await step('数数据库调用', async () => {
    const emulator = await start()
    try {
      rows.push(...(await play(emulator.url)))
    } finally {
      emulator.child.kill('SIGTERM')
    }
  })
  return rows
}

function start() {
  const args = ['dist/emulator/main.js', '--memory', '--empty', '--port', '0']
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    let said = ''
    child.on('exit', (code) => reject(new Error(`the emulator ended with ${code}`)))
    child.stdout.on('data', (chunk) => {
      said += chunk
      const url = /ready (\S+)/.exec(said)?.[1]
      if (url) resolve({ child, url })
    })
  })
}

async function play(url) {
  const call = async (name, input, openid = PERSON.daughter) => {
    const [area, action] = name.split('.')
    const headers = { 'content-type': 'application/json', 'x-wx-openid': openid }
    const body = JSON.stringify({ action, input })
    const text = await (await fetch(`${url}/cloud/${area}`, { method: 'POST', headers, body })).text()
    const reply = JSON.parse(text)
    if (!reply.ok) throw new Error(`${name}: ${text}`)
    return reply.data
  }
  const counted = async (name, input, limit, openid) => {
    await fetch(`${url}/__emulator/counts`, { method: 'POST' })
    await call(name, input, openid)
    const counts = await (await fetch(`${url}/__emulator/counts`)).json()
    const value = Object.entries(counts)
      .filter(([action]) => action.startsWith('database.'))
      .reduce((sum, [, count]) => sum + count, 0)
    return { what: `${name} 的数据库调用`, value, unit: ' 次', limit }
  }

  const { now } = await call('people.me', {})
  const tomorrow = new Date(Date.parse(now) + 32 * 3_600_000).toISOString().slice(0, 10)
  const [lunch] = await call('meals.sittings', { stationId: STATION, date: tomorrow })
  const meal = { sittingId: lunch.id, elderId: ELDER, mode: 'dineIn', setId: lunch.sets[0].id }
  await call('meals.quote', meal) // the policies are known from here on
  await call('people.home', {})

  return [
    await counted('people.me', {}, 1),
    await counted('people.home', {}, 5),
    await counted('stations.nearby', { lng: 120.6, lat: 31.3 }, 1),
    await counted('meals.quote', meal, 5),
    await counted('meals.book', meal, 12),
    await counted('meals.confirm', { orderId: `${lunch.id}_${ELDER}` }, 10, PERSON.clerk),
  ]
}
