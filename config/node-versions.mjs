/**
 * `node config/node-versions.mjs`: on every Node that is promised, `npm start` builds and serves, a meal is booked and
 * confirmed, and it stops when told to. The Node that runs this comes last, so that what is built in the end is its own.
 */
import './node-version.mjs'

/** What is out of support but may still stand on a desk, and what is in support. */
const MAJORS = [20, 22, 24]

const DAUGHTER = 'o-li-min'
const CLERK = 'o-zhang-jing'
const ELDER = 'e-wang-xiuying'
const STATION = 'st-changjiang'

void import('./steps.mjs').then(({ launch }) =>
  launch(async () => {
    const { step } = await import('./steps.mjs')
    const own = Number(process.versions.node.split('.')[0])
    for (const major of [...MAJORS.filter((one) => one !== own), own]) {
      const program = major === own ? process.execPath : await fetched(major)
      await step(`Node ${major}`, () => playOn(program))
    }
  }),
)

/** The program of the newest Node of a major version; npm carries it for each system in a package without scripts. */
async function fetched(major) {
  const { existsSync, mkdirSync } = await import('node:fs')
  const { join } = await import('node:path')
  const { runNpm } = await import('./install.mjs')
  const { ROOT } = await import('./steps.mjs')
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const folder = join(ROOT, `.cache/node-${major}`)
  const program = join(
    folder,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true })
    await runNpm(['install', '--prefix', folder, '--no-save', '--no-package-lock', `${name}@${major}`])
  }
  return program
}

/** Answers the exact version, when all of it went well. */
async function playOn(program) {
  const { mkdtempSync, rmSync } = await import('node:fs')
  const { tmpdir } = await import('node:os')
  const { join } = await import('node:path')
  const data = mkdtempSync(join(tmpdir(), 'silver-station-'))
  try {
    const { child, url, ended } = await started(program, ['--port', '0', '--data', data])
    const state = await bookAndConfirm(url).finally(() => child.kill('SIGTERM'))
    const code = await ended
    if (state !== 'confirmed' || code !== 0) throw new Error(`the order is ${state}, the exit code ${code}`)
    const { execFileSync } = await import('node:child_process')
    return execFileSync(program, ['--version'], { encoding: 'utf8' }).trim()
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

/** `npm start`, once it says that it is ready. */
async function started(program, args) {
  const { spawn } = await import('node:child_process')
  const { ROOT } = await import('./steps.mjs')
  const child = spawn(program, ['config/start.mjs', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const url = await new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
      const ready = /^ready (\S+)$/m.exec(said)?.[1]
      if (ready) resolve(ready)
    })
    void ended.then((code) => reject(new Error(`npm start ended with ${code}: ${said}`)))
  })
  return { child, url, ended }
}

/** A daughter books lunch for tomorrow, the clerk confirms it; answers the order's state. */
async function bookAndConfirm(url) {
  const call = async (openid, area, action, input) => {
    const headers = { 'content-type': 'application/json', 'x-wx-openid': openid }
    const body = JSON.stringify({ action, input })
    const reply = await (await fetch(`${url}/cloud/${area}`, { method: 'POST', headers, body })).json()
    if (!reply.ok) throw new Error(`${area}.${action}: ${JSON.stringify(reply)}`)
    return reply.data
  }
  const { now } = await call(DAUGHTER, 'people', 'me', {})
  const tomorrow = new Date(Date.parse(now) + 32 * 3_600_000).toISOString().slice(0, 10) // in Beijing
  const [lunch] = await call(DAUGHTER, 'meals', 'sittings', { stationId: STATION, date: tomorrow })
  const meal = { sittingId: lunch.id, elderId: ELDER, mode: 'dineIn', setId: lunch.sets[0].id }
  const { id: orderId } = await call(DAUGHTER, 'meals', 'book', meal)
  await call(CLERK, 'meals', 'confirm', { orderId })
  const orders = await call(DAUGHTER, 'meals', 'mine', { elderId: ELDER })
  return orders.find(({ id }) => id === orderId)?.state
}
