/** Sizes of the WeChat build: the main package and each sub-package, without licence texts. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './steps.mjs'

const WEAPP = join(ROOT, 'dist/weapp')
const MAIN_LIMIT = 600
const SUB_LIMIT = 400

/** Kilobytes of every package, as rows. */
export function packageSizes() {
  const { subPackages = [] } = JSON.parse(readFileSync(join(WEAPP, 'app.json'), 'utf8'))
  const roots = subPackages.map(({ root }) => root.replace(/\/$/, ''))
  const inSub = (file) => roots.find((root) => file.startsWith(`${root}/`))
  const sizes = new Map([['', 0], ...roots.map((root) => [root, 0])])
  for (const file of readdirSync(WEAPP, { recursive: true })) {
    const { size, isFile } = factsOf(file)
    if (!isFile || file.endsWith('.LICENSE.txt')) continue
    const owner = inSub(file) ?? ''
    sizes.set(owner, sizes.get(owner) + size)
  }
  return [...sizes].map(([root, bytes]) => ({
    what: root === '' ? '小程序主包' : `分包 ${root}`,
    value: Math.round(bytes / 1024),
    unit: ' KB',
    limit: root === '' ? MAIN_LIMIT : SUB_LIMIT,
  }))
}

function factsOf(file) {
  const facts = statSync(join(WEAPP, file))
  return { size: facts.size, isFile: facts.isFile() }
}
