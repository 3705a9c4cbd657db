/** One at a time across processes: two Taro builds at once exhaust a small machine, two installations ruin each other. */
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ROOT } from './steps.mjs'

const FOLDER = join(ROOT, '.cache')
const HEARTBEAT_MS = 1000
const SILENT_FOR_MS = 15_000

/** Does the work while no other process does work of the same name; waits for its turn. */
export async function withLock(name, work) {
  const file = join(FOLDER, `${name}.lock`)
  mkdirSync(FOLDER, { recursive: true })
  while (!take(file)) await wait(200)
  const heartbeat = setInterval(() => utimesSync(file, new Date(), new Date()), HEARTBEAT_MS)
  try {
    return await work()
  } finally {
    clearInterval(heartbeat)
    rmSync(file, { force: true })
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (isAbandoned(file)) rmSync(file, { force: true })
    return false
  }
}

/** A killed holder leaves its lock. Its number may belong to another process by now, so the heartbeat counts too. */
function isAbandoned(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > SILENT_FOR_MS) return true
    const pid = Number(readFileSync(file, 'utf8'))
    if (pid > 0) process.kill(pid, 0) // nothing is sent; throws when there is no such process
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}
