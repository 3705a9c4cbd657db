/** A local cloud of its own for a measurement, in memory, asked over HTTP as a phone asks. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { LaunchFailure, ROOT } from './steps.mjs'

/** Starts an emulator in which nobody has lived yet, measures, and ends it. @param args further options of it */
export async function onCloud(args, measure) {
  const { child, url } = await start(args)
  try {
    return await measure(cloudAt(url))
  } finally {
    child.kill('SIGTERM')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
}

function start(args) {
  const all = ['dist/emulator/main.js', '--memory', '--empty', '--port', '0', ...args]
  const child = spawn(process.execPath, all, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    let said = ''
    child.on('exit', (code) => reject(new LaunchFailure(`本地模拟云没有打开（退出码 ${code}）。`)))
    child.stdout.on('data', (chunk) => {
      said += chunk
      const url = /ready (\S+)/.exec(said)?.[1]
      if (url) resolve({ child, url })
    })
  })
}

/** What a server answers, as JSON. By sockets that stay open: whoever measures takes as little of the processor as can be. */
function answerOf(address, agent, { method = 'GET', headers, body = '' } = {}) {
  return new Promise((resolve, reject) => {
    const asked = request(address, { agent, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => resolve(JSON.parse(text)))
    })
    asked.on('error', reject).end(body)
  })
}

function cloudAt(url) {
  const agent = new Agent({ keepAlive: true })
  const read = (path, options) => answerOf(`${url}/${path}`, agent, options)
  /** The cloud's reply to a person, also where it refuses. */
  const ask = (name, input, openid) => {
    const [area, action] = name.split('.')
    const headers = { 'content-type': 'application/json', 'x-wx-openid': openid }
    return read(`cloud/${area}`, { method: 'POST', headers, body: JSON.stringify({ action, input }) })
  }
  /** What the cloud answers, which must not refuse. */
  const call = async (name, input, openid) => {
    const reply = await ask(name, input, openid)
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`)
    return reply.data
  }
  return {
    ask,
    call,
    stored: async (collection) => (await read(`__emulator/dump?collection=${collection}`))[collection],
    /** Instances of each function that are loaded, by its name. */
    instances: () => read('__emulator/instances'),
    /** Bytes of memory that it takes now, and milliseconds of processors that it took so far. */
    usage: () => read('__emulator/usage'),
    /** What `work` came to, and how many calls of the database it took. */
    counted: async (work) => {
      await read('__emulator/counts', { method: 'POST' })
      const value = await work()
      const counts = Object.entries(await read('__emulator/counts'))
      const calls = counts
        .filter(([action]) => action.startsWith('database.'))
        .reduce((sum, [, count]) => sum + count, 0)
      return { value, calls }
    },
    /** A lunch at a station, tomorrow's where nothing is said: that is still on sale at any hour. @param days from today on */
    lunchAt: async (stationId, openid, days = 1) => {
      const { now } = await call('people.me', {}, openid)
      const date = new Date(Date.parse(now) + (8 + 24 * days) * 3_600_000).toISOString().slice(0, 10)
      const sittings = await call('meals.sittings', { stationId, date }, openid)
      return sittings.find(({ slot }) => slot === 'lunch')
    },
  }
}
