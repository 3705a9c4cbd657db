/** Installs the dependencies when they are missing or not those of package-lock.json. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { hashOf, isFresh, writeStamp } from './stamp.mjs'
import { LaunchFailure, ROOT, runOpenly, step } from './steps.mjs'

const STAMP = join(ROOT, 'node_modules/.silver-station')
const INSTALLED = join(ROOT, 'node_modules/.package-lock.json')
const LOCK = join(ROOT, 'package-lock.json')

export async function install() {
  const hash = hashOf(['package-lock.json', 'package.json', '.npmrc'])
  if (isFresh(STAMP, hash)) return
  await withLock('install', async () => {
    if (isFresh(STAMP, hash)) return // somebody else did it meanwhile
    if (!isInstalledByHand()) await step('安装依赖（npm ci，第一次约一两分钟）', () => runNpm(['ci']))
    writeStamp(STAMP, hash)
  })
}

/** True when node_modules holds exactly what the lock names, installed by npm without this launcher. */
function isInstalledByHand() {
  if (!existsSync(INSTALLED)) return false
  const wanted = packagesOf(LOCK)
  const present = packagesOf(INSTALLED)
  const isPresent = ([path, entry]) =>
    path === '' || entry.optional || present[path]?.version === entry.version
  return Object.entries(wanted).every(isPresent) && Object.keys(present).every((path) => path in wanted)
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/** Runs npm, whose own words are shown. */
export async function runNpm(args) {
  const all = [...args, '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath // set when npm itself started us; works on every system without a shell
  const code = npm
    ? await runOpenly(process.execPath, [npm, ...all])
    : await runOpenly('npm', all, { shell: process.platform === 'win32' })
  if (code !== 0) throw new LaunchFailure(`npm ${args[0]} 没有成功（退出码 ${code}），请检查网络后重试。`)
}
