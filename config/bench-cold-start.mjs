/** How long a cloud function takes to load, against the bundled SDK alone: pairs in turn, the median of their ratios. */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { cloudBundles, functionNames } from './bundles.mjs'
import { LaunchFailure, ROOT, step } from './steps.mjs'

const PAIRS = 31
const LIMIT = 1.1
const FOLDER = join(ROOT, '.cache/bench')
const KEYS = `2026-11:${randomBytes(32).toString('base64')}` // some functions refuse to load without any
const ENV = {
  ...process.env,
  TENCENTCLOUD_RUNENV: 'SCF',
  TCB_ENV: 'local-1',
  SCF_NAMESPACE: 'local-1',
  FIELD_KEYS: KEYS,
  DIGEST_KEYS: KEYS,
}

/** One row for each function. */
export async function measureColdStart() {
  const rows = []
  await step('量冷启动', async () => {
    const alone = await bundleSdkAlone()
    for (const name of functionNames()) {
      const bundle = join(ROOT, 'dist/cloudfunctions', name, 'index.js')
      const ratios = Array.from({ length: PAIRS }, () => load(bundle) / load(alone)).sort((a, b) => a - b)
      const value = Number(ratios[Math.floor(PAIRS / 2)].toFixed(3))
      const note = ` 最小 ${ratios[0].toFixed(2)}，最大 ${ratios.at(-1).toFixed(2)}，${PAIRS} 对`
      rows.push({ what: `${name} 冷启动与只有 SDK 之比`, value, unit: '', limit: LIMIT, note })
    }
  })
  return rows
}

async function bundleSdkAlone() {
  mkdirSync(FOLDER, { recursive: true })
  const entry = join(FOLDER, 'sdk-alone.js')
  const outfile = join(FOLDER, 'sdk-alone.bundle.js')
  writeFileSync(entry, "const sdk = require('wx-server-sdk')\nsdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })\n")
  const { entryPoints, outdir, ...options } = cloudBundles()
  await build({ ...options, entryPoints: [entry], outfile, nodePaths: [join(ROOT, 'node_modules')] })
  return outfile
}

/** Milliseconds to load a file in a fresh process, measured inside it: the start of Node itself is not ours. */
function load(file) {
  const script = `const t = performance.now(); require(${JSON.stringify(file)}); console.log(performance.now() - t); process.exit()`
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { env: ENV, encoding: 'utf8' })
  if (!(Number(stdout) > 0)) throw new LaunchFailure(`${file} 没有装载起来：\n${stderr}`)
  return Number(stdout)
}
