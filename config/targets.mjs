/** The parts that can be built, and building them only when something changed. */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { hashOf, isFresh, writeStamp } from './stamp.mjs'
import { LaunchFailure, ROOT, runQuietly, step } from './steps.mjs'

const SHARED = ['package.json', 'package-lock.json', 'tsconfig.json', 'types']
const TARO_CONFIG = readdirSync(join(ROOT, 'config'), { withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith('.mjs'))
  .map(({ name }) => name)
const PHONE = [
  ...SHARED,
  'src',
  'babel.config.js',
  'project.config.json',
  ...TARO_CONFIG.map((name) => `config/${name}`),
  'config/templates.mjs',
  'emulator/template-variables.ts',
  'emulator/demo/templates.json',
]

/** What config/index.ts takes from the environment. */
const PHONE_VARIABLES = [
  'CLOUD_ENV',
  'PICTURES',
  'TEMPLATE_MEAL',
  'TEMPLATE_VISIT',
  'TEMPLATE_APPLICATION',
  'LOCATION',
]

/** What each part is called, made from and by, and the file that must be there in the end. */
const targets = {
  weapp: {
    title: '构建微信小程序',
    inputs: PHONE,
    variables: PHONE_VARIABLES,
    product: 'dist/weapp/app.json',
    make: () => runTaro('weapp'),
  },
  h5: {
    title: '构建网页版（第一次约一分钟）',
    inputs: PHONE,
    variables: PHONE_VARIABLES,
    product: 'dist/h5/index.html',
    make: () => runTaro('h5'),
  },
  cloud: {
    title: '构建云函数',
    inputs: [...SHARED, 'cloudfunctions', 'config/bundles.mjs'],
    product: 'dist/cloudfunctions',
    make: bundleCloud,
  },
  emulator: {
    title: '构建本地模拟云',
    inputs: [...SHARED, 'emulator', 'cloudfunctions', 'config/bundles.mjs'],
    product: 'dist/emulator/main.js',
    make: bundleEmulator,
  },
  policy: {
    title: '构建政策核对',
    inputs: [...SHARED, 'cloudfunctions', 'config/bundles.mjs'],
    product: 'dist/policy/main.js',
    make: bundlePolicy,
  },
  deploy: {
    title: '构建部署',
    inputs: [...SHARED, 'cloudfunctions', 'emulator', 'config/deploy', 'config/bundles.mjs'],
    product: 'dist/deploy/main.js',
    make: bundleDeploy,
  },
}

export const targetNames = Object.keys(targets)

/** Builds a part if its inputs are not those of the last build. */
export async function build(name) {
  const { title, inputs, variables, product, make } = targets[name]
  const stamp = join(ROOT, 'dist/.stamps', name)
  const hash = hashOf(inputs, variables)
  const isBuilt = () => isFresh(stamp, hash) && existsSync(join(ROOT, product))
  if (isBuilt()) return

  await step(title, () =>
    withLock('build', async () => {
      if (isBuilt()) return '已由另一个进程完成'
      rmSync(stamp, { force: true })
      await make()
      if (!existsSync(join(ROOT, product)))
        throw new LaunchFailure(`${title}：没有生成 ${product}，请看 .cache/ 里的记录。`)
      writeStamp(stamp, hash)
    }),
  )
}

/** For whoever does not want to wait for a build: says which parts never had one. */
export function requireBuilt(names) {
  const missing = names
    .map((name) => targets[name].product)
    .filter((product) => !existsSync(join(ROOT, product)))
  if (missing.length > 0)
    throw new LaunchFailure(`还没有编译过，没有 ${missing.join('、')}：这一次请不要加 --no-build。`)
}

async function runTaro(type) {
  const { templatesFor } = await import('./templates.mjs')
  const taro = join(ROOT, 'node_modules/@tarojs/cli/bin/taro')
  const MESSAGE_TEMPLATES = await templatesFor(type)
  await runQuietly(type, process.execPath, [taro, 'build', '--type', type], {
    env: { ...process.env, NODE_ENV: 'production', MESSAGE_TEMPLATES },
  })
}

async function bundleCloud() {
  const { cloudBundles, completeCloudFolders } = await import('./bundles.mjs')
  await bundle(cloudBundles())
  completeCloudFolders()
}

async function bundleEmulator() {
  const { emulatorBundles, completeEmulatorFolder } = await import('./bundles.mjs')
  await bundle(emulatorBundles())
  completeEmulatorFolder()
}

async function bundlePolicy() {
  const { policyBundles } = await import('./bundles.mjs')
  await bundle(policyBundles())
}

async function bundleDeploy() {
  const { deployBundles } = await import('./bundles.mjs')
  await bundle(deployBundles())
}

async function bundle(options) {
  const esbuild = await import('esbuild')
  try {
    await esbuild.build(options)
  } catch (error) {
    const messages = await esbuild.formatMessages(error.errors ?? [], {
      kind: 'error',
      color: process.stdout.isTTY,
    })
    throw new LaunchFailure(messages.join('\n') || error.message)
  }
}
