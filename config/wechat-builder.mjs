/**
 * WeChat's own builder, miniprogram-ci: in a folder of its own, since it is larger than all else that is installed here and
 * only looks at what was built.
 */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { runNpm } from './install.mjs'
import { ROOT, runQuietly, step } from './steps.mjs'

const VERSION = '2.1.42'
const CACHE = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
const BUILDER = join(CACHE, 'silver-station', `miniprogram-ci-${VERSION}`)

/** Installs the builder unless an earlier installation came to its end. */
export async function installBuilder() {
  if (existsSync(join(BUILDER, 'node_modules/.package-lock.json'))) return
  mkdirSync(BUILDER, { recursive: true })
  const wanted = { private: true, dependencies: { 'miniprogram-ci': VERSION } }
  writeFileSync(join(BUILDER, 'package.json'), JSON.stringify(wanted))
  await step(`安装微信的检查工具到 ${BUILDER}（一两分钟，275 MB）`, () =>
    runNpm(['install', '--prefix', BUILDER, '--ignore-scripts']),
  )
}

/** What the builder says of the mini-program as it was built: `{ title, faults }` for each thing it looks at. */
export async function judge() {
  const folder = mkdtempSync(join(tmpdir(), 'check-wechat-'))
  try {
    copyFileSync(join(ROOT, 'project.config.json'), join(folder, 'project.config.json'))
    cpSync(join(ROOT, 'dist/weapp'), join(folder, 'dist/weapp'), { recursive: true })
    const verdicts = join(folder, 'verdicts.json')
    const args = [join(ROOT, 'config/wechat-verdicts.mjs'), BUILDER, folder, verdicts]
    await step('请微信的工具检查小程序', () => runQuietly('check-wechat', process.execPath, args))
    return JSON.parse(readFileSync(verdicts, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
