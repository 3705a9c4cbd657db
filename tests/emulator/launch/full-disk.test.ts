import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import cloud from 'wx-server-sdk'
import { temporaryFolder } from '../built-functions'
import { type Program, runProgram } from './program'
import { programWithSdk } from './program-with-sdk'

/** What the test needs of the SDK, as it behaves: its own typings know no ids and no documents. */
interface Sittings {
  add(document: { data: object }): Promise<unknown>
  limit(most: number): { get(): Promise<{ data: { _id: string }[] }> }
}

const { functions, start } = programWithSdk()

it('says in one sentence that nothing fits into the data folder, and ends with 1', async () => {
  const data = join(temporaryFolder(), 'data')
  mkdirSync(data)
  symlinkSync('/dev/full', join(data, '.silver-station-room')) // where every write finds the disk full
  const { code, stderr } = await runProgram(['--port', '0', '--functions', functions(), '--data', data])
  expect(stderr).toMatch(/^数据目录 \S+ 放不下了：磁盘满了，至少要空出 \d+ MB。[^\n]+\n$/)
  expect(code).toBe(1)
  expect(readdirSync(data)).toEqual([])
})

describe('a disk that takes nothing more while the emulator runs', () => {
  const sittings = () => cloud.database().collection('sittings') as unknown as Sittings // as the interface above says
  const write = (id: string) =>
    sittings()
      .add({ data: { _id: id, seatsLeft: 1, text: '午餐'.repeat(5_000) } })
      .then(
        () => 'stored',
        (error: unknown) => String(error),
      )
  const ids = async () => (await sittings().limit(1000).get()).data.map(({ _id }) => _id).sort()
  /** No file of the process may grow beyond so many bytes: as on a full disk, the system refuses the write. */
  const limitFiles = ({ child }: Program, bytes: string) =>
    execFileSync('prlimit', [`--pid=${child.pid}`, `--fsize=${bytes}:`])

  it('refuses what is written, stores nothing of it, and goes on once there is room', async () => {
    const data = temporaryFolder()
    const running = await start(data)
    const before = await ids()
    expect(await write('s-before')).toBe('stored')

    limitFiles(running, '1')
    const refused = await Promise.all(Array.from({ length: 5 }, (_, nth) => write(`s-full-${nth}`)))
    expect(refused.filter((said) => said === 'stored')).toEqual([])
    expect(await ids()).toEqual([...before, 's-before'].sort())

    limitFiles(running, 'unlimited')
    expect(await write('s-after')).toBe('stored')
    const after = [...before, 's-before', 's-after'].sort()
    expect(await ids()).toEqual(after)

    running.child.kill('SIGKILL')
    const { stderr } = await running.ended
    expect(stderr).toMatch(/没有存进去：放数据的磁盘满了/)
    await start(data)
    expect(await ids()).toEqual(after)
  }, 60_000)
})
