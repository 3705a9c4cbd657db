import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT, read, sourcesOf } from './tree'

const TSC = join(ROOT, 'node_modules/typescript-native/bin/tsc')
const TYPINGS = 'node_modules/miniprogram-api-typings/types/wx/lib.wx.api.d.ts'

/** Wrong calls, each on a line of its own. */
const planted = [
  "Taro.openDocumentt({ filePath: 'a' })",
  "Taro.scanCode({ scanTypes: ['qrCode'] })",
  "Taro.openLocation({ longitude: 117.2, latitude: '31.8' })",
  "Taro.shareFileMessage({ fileName: 'a' })",
  'Taro.getWindowInfo().height',
  "Taro.cloud.uploadFile({ cloudPath: 'a' })",
]

describe('src/platform/', () => {
  let folder: string
  let faults: string[]
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'wx-'))
    const lines = ["import Taro from '@tarojs/taro'", ...planted.map((call) => `void ${call}`)]
    writeFileSync(join(folder, 'planted.ts'), lines.join('\n'))
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(ourFilesAnd('./planted.ts')))
    faults = faultsOf(folder)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('calls WeChat as WeChat’s own types say', () => {
    expect(faults.filter((fault) => !fault.includes('planted.ts'))).toEqual([])
  })

  it.each(planted.map((call, nth) => [call, nth + 2]))('would be caught saying %s', (_call, line) => {
    expect(faults).toContainEqual(expect.stringContaining(`planted.ts(${line},`))
  })
})

describe('libVersion in project.config.json', () => {
  const { libVersion } = JSON.parse(read('project.config.json')) as { libVersion: string }
  const calls = [...new Set(sourcesOf('src').flatMap((file) => callsIn(read(file))))]

  it('knows every call of WeChat’s that the phone makes', () => {
    expect(calls.length).toBeGreaterThan(30)
    expect(calls.filter((call) => isNewer(since(call), libVersion))).toEqual([])
  })

  it('would not know a newer one', () => {
    expect(callsIn('await Taro.openOfficialAccountChat({})')).toEqual(['openOfficialAccountChat'])
    expect(since('shareFileMessage')).toBe('2.16.1')
    expect(isNewer(since('openOfficialAccountChat'), libVersion)).toBe(true)
  })
})

/** What the compiler is to look at: the phone's files that speak to WeChat, and one from elsewhere. */
function ourFilesAnd(other: string) {
  const config = 'tests/checks/wx/tsconfig.json'
  const { include } = JSON.parse(read(config)) as { include: string[] }
  return {
    extends: join(ROOT, config),
    include: [other, ...include.map((path) => join(ROOT, 'tests/checks/wx', path))],
  }
}

function faultsOf(project: string): string[] {
  const args = [TSC, '--project', project, '--pretty', 'false']
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line.includes('error TS'))
}

function callsIn(source: string): string[] {
  return [...source.matchAll(/\bTaro\.([a-z]\w*)\(/g)].map(([, name = '']) => name)
}

const comments = read(TYPINGS).split('/**')

/** The base library that a call came with, as WeChat's types tell; the first, where they tell nothing. */
function since(call: string): string {
  const said = comments.find(
    (comment) => comment.includes(`/wx.${call}.html`) && comment.includes('需要基础库'),
  )
  return /^[ *]*需要基础库： `([\d.]+)`/m.exec(said ?? '')?.[1] ?? '1.0.0'
}

function isNewer(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0
}
