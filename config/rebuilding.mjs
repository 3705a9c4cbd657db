import { spawn } from 'node:child_process'
import { existsSync, watch } from 'node:fs'
import { join } from 'node:path'
import { LaunchFailure, ROOT } from './steps.mjs'
import { build } from './targets.mjs'

// The slow one last, so that the emulator serves meanwhile; first where there is nothing to serve yet.
const ORDER = ['cloud', 'emulator', 'h5']
const FIRST_ORDER = ['h5', 'cloud', 'emulator']

/** Which parts are to be built again when something in a folder changes. */
const PARTS = {
  src: ['h5'],
  types: ['h5', 'cloud', 'emulator'],
  cloudfunctions: ['cloud', 'emulator'],
  emulator: ['emulator'],
}

/**
 * Builds, serves and watches until Ctrl-C. A changed app is there after reloading the page; after a change in the cloud
 * functions or the emulator, the emulator starts again over the same data.
 */
export function serveAndRebuild(emulatorArgs) {
  process.env.BUILD_CACHE = '1'
  const emulator = restartable(['dist/emulator/main.js', ...emulatorArgs])
  const rebuild = async (part) => {
    try {
      await build(part)
      if (part === 'emulator') await emulator.restart()
    } catch (error) {
      console.error(error instanceof LaunchFailure ? error.message : error) // the next change tries again
    }
  }

  const changed = new Set(ORDER)
  let working = Promise.resolve()
  const flush = (order) => {
    const parts = order.filter((part) => changed.has(part))
    changed.clear()
    for (const part of parts) working = working.then(() => rebuild(part))
  }
  flush(existsSync(join(ROOT, 'dist/h5/index.html')) ? ORDER : FIRST_ORDER)

  let timer
  for (const [folder, parts] of Object.entries(PARTS)) {
    if (!existsSync(join(ROOT, folder))) continue
    watch(join(ROOT, folder), { recursive: true }, () => {
      for (const part of parts) changed.add(part)
      clearTimeout(timer)
      timer = setTimeout(flush, 100, ORDER) // an editor saves several files at once
    })
  }

  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      emulator.stop()
      process.exit(0)
    })
  }
}

function restartable(args) {
  let child
  const start = () => {
    child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' })
  }
  const stop = () => child?.kill()
  const restart = async () => {
    if (child?.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      stop()
      await ended
    }
    start()
  }
  return { restart, stop }
}
