import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const PROJECT = join(__dirname, '../../..')
const script = `import('${PROJECT}/config/with-parent.mjs').then(({ endWithParent }) => {
  endWithParent()
  setInterval(() => undefined, 1000)
  console.log(process.pid)
})`

/** Node below a shell, as npm starts it, and its process number. */
async function started(npm: string | undefined) {
  const { npm_lifecycle_event: _, ...others } = process.env
  const env = npm === undefined ? others : { ...others, npm_lifecycle_event: npm }
  const shell = spawn('sh', ['-c', `"$0" -e "$1"; true`, process.execPath, script], { env })
  const pid = await new Promise<number>((resolve) =>
    shell.stdout.once('data', (line) => resolve(Number(line))),
  )
  return { shell, pid }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function hasEnded(pid: number): Promise<boolean> {
  for (let i = 0; i < 50 && isRunning(pid); i++) await wait(100)
  return !isRunning(pid)
}

it('what npm started ends when npm is told to end', async () => {
  const { shell, pid } = await started('start')
  expect(isRunning(pid)).toBe(true)
  shell.kill('SIGTERM') // as npm does; the shell ends and tells nobody
  expect(await hasEnded(pid)).toBe(true)
})

it('what was started by hand outlives the shell', async () => {
  const { shell, pid } = await started(undefined)
  shell.kill('SIGTERM')
  await wait(1500)
  expect(isRunning(pid)).toBe(true)
  process.kill(pid)
  expect(await hasEnded(pid)).toBe(true)
})
