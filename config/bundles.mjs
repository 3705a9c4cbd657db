/** What esbuild makes of the cloud functions and of the emulator. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './steps.mjs'

const NODE = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  absWorkingDir: ROOT,
  logLevel: 'silent',
  legalComments: 'none',
}

/** The main edition of jsonc-parser loads its parts in a way that cannot be bundled. */
const BUNDLED = { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' }

/** The cloud functions' names: the folders of cloudfunctions/ without a leading underscore. */
export function functionNames() {
  return readdirSync(join(ROOT, 'cloudfunctions'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map((entry) => entry.name)
}

/** The dictionary by which names are read: most of a bundle that few calls need, so a file beside those that may ask for it. */
const DICTIONARY = './pinyin-pro.js'
const dictionaryApart = {
  name: 'dictionary-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^pinyin-pro$/ }, () => ({ path: DICTIONARY, external: true }))
  },
}

/** One self-contained bundle a function, the SDK inside, so that nothing needs to be installed in the cloud. */
export function cloudBundles() {
  return {
    ...NODE,
    target: 'node18',
    // Reading and compiling the file is most of a cold start; names stay, so that a stack can be read.
    minifyWhitespace: true,
    minifySyntax: true,
    entryPoints: functionNames().map((name) => ({
      in: `cloudfunctions/${name}/index.ts`,
      out: `${name}/index`,
    })),
    outdir: 'dist/cloudfunctions',
    plugins: [dictionaryApart],
  }
}

/** Lays config.json, package.json and where it is asked for the dictionary beside each bundle and takes away functions that are no more. */
export function completeCloudFolders() {
  const names = functionNames()
  const built = join(ROOT, 'dist/cloudfunctions')
  for (const name of readdirSync(built)) {
    if (!names.includes(name)) rmSync(join(built, name), { recursive: true })
  }
  for (const name of names) {
    const config = join(ROOT, 'cloudfunctions', name, 'config.json')
    const folder = join(built, name)
    mkdirSync(folder, { recursive: true })
    if (existsSync(config)) copyFileSync(config, join(folder, 'config.json'))
    else writeJson(join(folder, 'config.json'), { permissions: { openapi: [] } })
    if (readFileSync(join(folder, 'index.js'), 'utf8').includes(DICTIONARY))
      copyFileSync(join(ROOT, 'node_modules/pinyin-pro/dist/index.js'), join(folder, DICTIONARY))
    writeJson(join(folder, 'package.json'), { name, version: '1.0.0', private: true, main: 'index.js' })
  }
}

/** The emulator, its worker and the function of its self-test. lmdb stays outside: it is native. */
export function emulatorBundles() {
  return {
    ...NODE,
    target: 'node20',
    entryPoints: [
      { in: 'emulator/main.ts', out: 'main' },
      { in: 'emulator/runner/worker.ts', out: 'worker' },
      { in: 'emulator/runner/self-test/index.ts', out: 'self-test/index' },
    ],
    outdir: 'dist/emulator',
    alias: BUNDLED,
    external: ['lmdb'],
    sourcemap: 'linked',
  }
}

/** Lays its config.json beside the self-test, which has time enough also while the machine is busy. */
export function completeEmulatorFolder() {
  copyFileSync(
    join(ROOT, 'emulator/runner/self-test/config.json'),
    join(ROOT, 'dist/emulator/self-test/config.json'),
  )
}

/** The command that deploys. Its client for Tencent's API stays outside: it is large and loads parts by their path. */
export function deployBundles() {
  return {
    ...NODE,
    target: 'node20',
    alias: BUNDLED,
    entryPoints: [{ in: 'config/deploy/main.ts', out: 'main' }],
    outdir: 'dist/deploy',
    external: ['@cloudbase/manager-node', '@cloudbase/manager-node/*'],
  }
}

/** The command that checks policies, and how fast they are. */
export function policyBundles() {
  return {
    ...NODE,
    target: 'node20',
    alias: BUNDLED,
    entryPoints: [
      { in: 'cloudfunctions/_policies/command/main.ts', out: 'main' },
      { in: 'cloudfunctions/_policies/command/bench/main.ts', out: 'bench' },
    ],
    outdir: 'dist/policy',
  }
}

function writeJson(file, value) {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)
}
