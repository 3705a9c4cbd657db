import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildEmulator, PROJECT, temporaryFolder } from '../built-functions'
import { type Program, runProgram, startProgram } from './program'

const DEMO = join(PROJECT, 'emulator/demo')
const running: Program[] = []

beforeAll(buildEmulator)
afterEach(async () => {
  for (const { child } of running) child.kill('SIGKILL')
  await Promise.all(running.splice(0).map(({ ended }) => ended))
})

const start = async (...args: string[]) => {
  const program = await startProgram(args)
  running.push(program)
  return program
}

/** A folder of somebody's own: the demo district, called otherwise. */
function aDistrict(): string {
  const folder = join(temporaryFolder(), 'mine')
  mkdirSync(folder)
  cpSync(DEMO, folder, { recursive: true, filter: (name) => !/\.ts$|pictures|papers|life/.test(name) })
  const change = (file: string, from: string, to: string) => {
    const text = readFileSync(join(folder, file), 'utf8')
    writeFileSync(join(folder, file), text.replaceAll(from, to))
  }
  for (const file of ['district.json', 'accounts.json']) change(file, '"gaoxin"', '"mine"')
  change('policies.json', '../..', PROJECT)
  change('phones.json', '李敏', '李小敏')
  return folder
}

const asked = async ({ url }: Program, path: string) => (await fetch(`${url}/__emulator/${path}`)).json()

describe('--district', () => {
  it('starts with a folder of one’s own, and its five phones', async () => {
    const program = await start('--memory', '--district', aDistrict())
    const { districts } = await asked(program, 'dump?collection=districts')
    expect(districts).toEqual([expect.objectContaining({ _id: 'mine' })])
    const phones: { name: string; does?: string }[] = await asked(program, 'phones')
    expect(phones.filter(({ does }) => does).map(({ name }) => name)).toEqual([
      '王秀英',
      '李小敏',
      '张静',
      '赵强',
      '周琳',
    ])
  })

  it('refuses a data folder in which another district lives', async () => {
    const data = temporaryFolder()
    const demo = await start('--data', data)
    demo.child.kill('SIGTERM')
    await demo.ended
    const refused = await runProgram(['--port', '0', '--data', data, '--district', aDistrict()])
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('里是另一个区（gaoxin）的数据，不能和 mine 放在一起')
  })

  it('says what is wrong with a folder, and starts nothing', async () => {
    const folder = aDistrict()
    writeFileSync(join(folder, 'tables.json'), '[{ "stationId": 7 }]')
    const { code, stdout, stderr } = await runProgram(['--port', '0', '--memory', '--district', folder])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/tables\.json:1:17 {2}\[0\]\.stationId {2}这里写的是 7/)
  })
})
