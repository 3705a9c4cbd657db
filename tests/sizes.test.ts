import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'acorn'

const WEAPP = join(__dirname, '../dist/weapp')
const KB = 1024

const app = JSON.parse(readFileSync(join(WEAPP, 'app.json'), 'utf8')) as {
  pages: string[]
  subPackages: { root: string; name: string; pages: string[] }[]
  preloadRule: Record<string, { network: string; packages: string[] }>
  sitemapLocation: string
}
const files = readdirSync(WEAPP, { recursive: true, encoding: 'utf8' }).filter(
  (file) => statSync(join(WEAPP, file)).isFile() && !file.endsWith('.LICENSE.txt'),
)
const packageOf = (file: string) =>
  app.subPackages.find(({ root }) => file.startsWith(`${root}/`))?.root ?? ''
const bytesOf = (name: string) =>
  files
    .filter((file) => packageOf(file) === name)
    .reduce((sum, file) => sum + statSync(join(WEAPP, file)).size, 0)

const scripts = files.filter((file) => /\.(js|wxs)$/.test(file))
const read = (file: string) => readFileSync(join(WEAPP, file), 'utf8')

describe('the WeChat build', () => {
  it('has a main package of at most 600 KB', () => {
    expect(bytesOf('')).toBeGreaterThan(200 * KB)
    expect(bytesOf('')).toBeLessThanOrEqual(600 * KB)
  })

  it.each(app.subPackages.map(({ root }) => root))('has a package %s of at most 400 KB', (root) => {
    expect(bytesOf(root)).toBeGreaterThan(0)
    expect(bytesOf(root)).toBeLessThanOrEqual(400 * KB)
  })

  it('fetches ahead at most half of the 2 MB that WeChat allows to the pages of one package', () => {
    const rules = Object.entries(app.preloadRule)
    expect(rules.filter(([page]) => !app.pages.includes(page))).toEqual([])
    const ahead = app.subPackages.filter(({ name }) =>
      rules.some(([, { packages }]) => packages.includes(name)),
    )
    expect(ahead.map(({ name }) => name).sort()).toEqual([
      ...['benefits', 'family', 'helper', 'kitchen', 'office', 'planning', 'staff'],
    ])
    expect(ahead.reduce((sum, { root }) => sum + bytesOf(root), 0)).toBeLessThanOrEqual(KB * KB)
  })

  it('lets WeChat’s search find the directory of stations and nothing that speaks of somebody', () => {
    const { rules } = JSON.parse(read(app.sitemapLocation)) as { rules: { action: string; page: string }[] }
    expect(rules.at(-1)).toEqual({ action: 'disallow', page: '*' })
    const found = rules.filter(({ action }) => action === 'allow').map(({ page }) => page)
    expect(found).toEqual(['pages/stations/index', 'pages/station/index'])
    expect(app.pages).toEqual(expect.arrayContaining(found))
  })

  it('has every page that the source has', () => {
    const pages = [
      ...app.pages,
      ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
    ]
    const source = readdirSync(join(__dirname, '../src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('index.config.ts'))
      .map((file) => file.replaceAll('\\', '/').replace('.config.ts', ''))
    expect([...pages].sort()).toEqual(source.sort())
    for (const page of pages) expect(files).toContain(`${page}.js`)
  })

  it('is written in the JavaScript of the oldest phones, ES5', () => {
    const isNewer = (script: string) => {
      try {
        return !parse(script, { ecmaVersion: 5 })
      } catch {
        return true
      }
    }
    expect(isNewer('const a = 1')).toBe(true)
    expect(scripts.filter((script) => isNewer(read(script)))).toEqual([])
  })

  it('carries neither zod nor questions to an environment that a phone has not', () => {
    for (const script of scripts.map(read))
      expect(script).not.toMatch(/ZodError|\$ZodType|process\.env\.(TARO|TEMPLATE|CLOUD)/)
  })

  it('hands aria attributes to WeChat', () => {
    const template = read('base.wxml')
    for (const name of ['aria-role', 'aria-label', 'aria-hidden', 'aria-checked'])
      expect(template).toContain(name)
  })
})
