import { execFileSync } from 'node:child_process'
import { buildEmulator, PROJECT } from '../built-functions'

interface Row {
  what: string
  value: number
  atLeast?: number
  note?: string
}

const SMALL = { families: 8, seats: 3, latency: 5, instances: 2 }
/** Everybody at once, as in the rush that the bench measures. */
const CROWD = { families: 40, seats: 20, latency: 10, instances: 40 }

/** What `npm run bench -- rush` prints, of a rush of another size. */
function rush(size: typeof SMALL, measure = 'measureRush'): Map<string, Row> {
  const script = `import('./config/bench-rush.mjs')
    .then(({ ${measure} }) => ${measure}(${JSON.stringify(size)}))
    .then((rows) => console.log(JSON.stringify(rows)))`
  const output = execFileSync(process.execPath, ['-e', script], { cwd: PROJECT, encoding: 'utf8' })
  const rows: Row[] = JSON.parse(output.trim().split('\n').at(-1) ?? '')
  return new Map(rows.map((row) => [row.what.replace('抢订：', ''), row]))
}

beforeAll(() => {
  buildEmulator()
  execFileSync(process.execPath, ['config/build.mjs', 'cloud'], { cwd: PROJECT })
})

describe('a rush of the bench', () => {
  it('tells what was sold to whom, and what one booking takes', () => {
    const rows = rush(SMALL)
    const told = (what: string) => rows.get(what)?.value ?? Number.NaN
    const answers = Object.fromEntries(
      [...(rows.get('回答 BUSY')?.note ?? '').matchAll(/([A-Za-z_]+) (\d+)/g)].map(([, code, count]) => [
        code,
        Number(count),
      ]),
    )
    expect(answers).toEqual({ accepted: SMALL.seats, SITTING_FULL: SMALL.families - SMALL.seats })
    expect([told('卖出的座位'), told('多卖的座位'), told('回答 BUSY')]).toEqual([SMALL.seats, 0, 0])
    expect(told('每秒订上')).toBeGreaterThan(0)

    const [calls, rounds] = [told('一次订餐的数据库调用'), told('一次订餐要等的来回')]
    expect(calls).toBeGreaterThan(5)
    expect(calls).toBeLessThanOrEqual(11)
    expect(rounds).toBeGreaterThan(3)
    expect(rounds).toBeLessThanOrEqual(8)
    expect(told('本地云占的内存')).toBeGreaterThan(50)
    expect(told('95% 的回答不晚于')).toBeGreaterThan(rounds * SMALL.latency)
  }, 120_000)
})

describe('a rush where a seat is taken inside a transaction', () => {
  it('collapses: most of what is written is written in vain', () => {
    const rows = rush(CROWD, 'measureTwin')
    const { atLeast = Number.NaN, value = Number.NaN } = rows.get('原来的订法平均每家的数据库调用') ?? {}
    expect(atLeast).toBeGreaterThanOrEqual(2 * 11)
    expect(value).toBeGreaterThanOrEqual(atLeast)
  }, 120_000)
})

describe('npm run bench', () => {
  it('says what can be measured, before it installs or builds anything', () => {
    const run = () =>
      execFileSync(process.execPath, ['config/bench.mjs', 'rusch'], {
        cwd: PROJECT,
        encoding: 'utf8',
        stdio: 'pipe',
      })
    expect(run).toThrow(
      /没有“rusch”可以量。请写 calls、packages、policies、cold-start、rush，或者什么都不写，全部都量。/,
    )
  })
})
