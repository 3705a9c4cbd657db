import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './tree'

/** A builder that behaves as WeChat's does: its checks go on after a fault, and it never lets the process end. */
const BUILDER = `
  setInterval(() => undefined, 1000)
  const check = (name) => ({ text: name + ' :', success: true })
  exports.DefaultProjectAttr = {}
  exports.locales = { setLocale: () => undefined }
  exports.Project = class {}
  exports.checkCodeQuality = async () => 'abcdefghijk'.split('').map(check)
  exports.analyseCode = async () => undefined
  exports.getCompiledResult = async ({ project }) => { if (!(await project.attr())) throw new Error('no key') }
`

describe('config/wechat-verdicts.mjs', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'verdicts-'))
    mkdirSync(join(folder, 'node_modules/miniprogram-ci'), { recursive: true })
    copyFileSync(join(ROOT, 'project.config.json'), join(folder, 'project.config.json'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  /** Which verdicts have faults, and how many verdicts there are. */
  const judged = (more = '') => {
    writeFileSync(join(folder, 'node_modules/miniprogram-ci/index.js'), BUILDER + more)
    const results = join(folder, 'verdicts.json')
    const args = [join(ROOT, 'config/wechat-verdicts.mjs'), folder, folder, results]
    expect(spawnSync(process.execPath, args, { timeout: 20_000 }).status).toBe(0)
    const verdicts = JSON.parse(readFileSync(results, 'utf8')) as { title: string; faults: string[] }[]
    return { count: verdicts.length, bad: verdicts.filter(({ faults }) => faults.length > 0) }
  }

  it('finds nothing where the builder finds nothing', () => {
    expect(judged()).toEqual({ count: 14, bad: [] })
  })

  it.each([
    [
      'a check that fails',
      "exports.checkCodeQuality = async () => 'abcdefghijk'.split('').map((text) => ({ text, success: text !== 'c', detail: ['x.js'] }))",
      { title: 'c', faults: ['["x.js"]'] },
    ],
    [
      'a check that broke and counts as passed',
      "const all = exports.checkCodeQuality; exports.checkCodeQuality = () => { console.error('broken'); return all() }",
      { title: '检查都做完了', faults: ['broken'] },
    ],
    [
      'a check that is no more',
      "exports.checkCodeQuality = async () => 'abcdefghij'.split('').map(check)",
      { title: '检查都做完了', faults: ['11 项检查只做了 10 项'] },
    ],
    [
      'a file that is missing',
      "exports.analyseCode = async () => console.warn('gone.wxss')",
      { title: '页面、组件和引用的文件都在', faults: ['gone.wxss'] },
    ],
    [
      'an upload that would be refused',
      "exports.getCompiledResult = async () => { throw new Error('preloadRule') }",
      { title: '能像上传时那样编译', faults: ['preloadRule'] },
    ],
  ])('tells of %s', (_what, more, verdict) => {
    expect(judged(more).bad).toEqual([verdict])
  })
})
