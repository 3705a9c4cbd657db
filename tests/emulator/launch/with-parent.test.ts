import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const PROJECT = join(__dirname, '../../..')
const script = `import('${PROJECT}/config/with-parent.mjs').then(({ endWithParent }) => {
  endWithParent()
  setInterval(() => undefined, 1000)
  console.log(process.pid)
})`

const running = new Set<number>()
afterEach(() => {
  for (const pid of running) process.kill(pid, 'SIGKILL')
})

/** Node below a shell, as npm starts it. It has ended once nobody holds their common output any more. */
async function started(npm: string | undefined) {
  const { npm_lifecycle_event: _, ...others } = process.env
  const env = npm === undefined ? others : { ...others, npm_lifecycle_event: npm }
  const args = ['-c', `"$0" -e "$1"; true`, process.execPath, script]
  const shell = spawn('sh', args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const closed = once(shell, 'close')
  const [line] = await once(shell.stdout, 'data')
  const pid = Number(line)
  running.add(pid)
  const ended = closed.then(() => running.delete(pid))
  return { shell, pid, ended }
}

it('what npm started ends when npm is told to end', async () => {
  const { shell, pid, ended } = await started('start')
  expect(running).toContain(pid)
  shell.kill('SIGTERM') // as npm does; the shell ends and tells nobody
  await ended
})

it('what was started by hand outlives the shell, and whatever npm starts and ends after that', async () => {
  const byHand = await started(undefined)
  byHand.shell.kill('SIGTERM')
  await once(byHand.shell, 'exit')
  const byNpm = await started('start')
  byNpm.shell.kill('SIGTERM')
  await byNpm.ended // it looks as often as the other one would
  expect(running).toContain(byHand.pid)
  process.kill(byHand.pid)
  await byHand.ended
})
