/** How the launchers run programs and tell what they are doing and how long it took. */
import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** Something went wrong that the person at the keyboard can understand; shown without a stack. */
export class LaunchFailure extends Error {}

/** Runs a launcher's main function; what it throws ends the process with code 1, so nobody has to wait for it. */
export async function launch(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    console.error(error instanceof LaunchFailure ? error.message : error)
    process.exitCode = 1
  }
}

/** The step whose line waits for its end. */
let openStep

/**
 * Says what is being done, does it, says how long it took. `work` may answer a short remark that is shown instead of the
 * time. Of steps side by side, each that ends later than another began says its title again.
 */
export async function step(title, work) {
  const started = performance.now()
  const begin = () => {
    if (openStep) process.stdout.write('\n')
    process.stdout.write(`${title} … `)
    openStep = title
  }
  const end = (remark) => {
    if (openStep !== title) begin()
    process.stdout.write(`${remark}\n`)
    openStep = undefined
  }
  begin()
  try {
    const remark = await work()
    end(typeof remark === 'string' ? remark : seconds(started))
  } catch (error) {
    end(`失败（${seconds(started)}）`)
    throw error
  }
}

function seconds(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} 秒`
}

/** Runs a program whose output belongs on the screen; answers its exit code. */
export function runOpenly(command, args, options = {}) {
  return ended(spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options }))
}

/** Runs a program whose output only matters when it fails: it goes to `.cache/<name>.log`, whose end is then shown. */
export async function runQuietly(name, command, args, options = {}) {
  const logFile = resolve(ROOT, `.cache/${name}.log`)
  mkdirSync(dirname(logFile), { recursive: true })
  const log = createWriteStream(logFile)
  const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], ...options })
  child.stdout.pipe(log, { end: false })
  child.stderr.pipe(log, { end: false })
  const code = await ended(child)
  await new Promise((done) => log.end(done))
  if (code !== 0)
    throw new LaunchFailure(`${tail(logFile)}\n${name} 没有成功（退出码 ${code}），完整记录在 ${logFile}`)
}

function tail(file, lines = 40) {
  return readFileSync(file, 'utf8').split('\n').slice(-lines).join('\n')
}

function ended(child) {
  return new Promise((done, failed) => {
    child.on('error', failed)
    child.on('close', (code, signal) => done(code ?? `signal ${signal}`))
  })
}
