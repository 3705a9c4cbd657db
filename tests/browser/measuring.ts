import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import type { Page } from 'playwright-core'
import type * as InPage from './measures/index'

declare const measures: typeof InPage
declare const axe: {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
}

const PROJECT = resolve(__dirname, '../..')
/** Where to look at every page as it was measured, with `SCREENSHOTS=1` (drawing them takes a minute); git ignores it. */
export const SCREENSHOTS = join(PROJECT, '.cache/screenshots')

const widths = [320, 360, 390, 414]
const factors = [1, 1.4, 1.75]

/** The height of a small phone, and of the smallest, at which a sheet over the page still has to be read. */
const SMALL = 640
const SMALLEST = 568
/** Where a page is opened before it is measured: the smallest phone, in the largest type. */
export const LEAST = { width: 320, height: SMALLEST, factor: 1.75 }

const script = () =>
  buildSync({
    entryPoints: [join(__dirname, 'measures/index.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'measures',
    footer: { js: 'globalThis.measures = measures' }, // an init script runs inside a function
    target: 'chrome120',
  }).outputFiles[0]?.text ?? ''
const inPage = [script(), readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')]

interface Kind {
  staff: boolean
  /** px; all of them when absent. */
  widths?: number[]
  /** Where its screenshots go; none are made without it. */
  name?: string
}

/** Brings the measures and axe into a page, unless they are there already. */
export async function withMeasures(page: Page): Promise<void> {
  if (await page.evaluate(() => 'measures' in window && 'axe' in window)) return
  for (const content of inPage) await page.addScriptTag({ content })
}

/** Has them in every document that the page will open: sending half a megabyte again takes longer than measuring. */
export async function withMeasuresFromNowOn(page: Page): Promise<void> {
  await page.addInitScript({ content: inPage.join(';\n') })
}

/** Whether a page that was just opened, at the size it was opened in, begins at its top. */
export async function faultsOnOpening(page: Page): Promise<string[]> {
  await withMeasures(page)
  const { width, height } = page.viewportSize() ?? LEAST
  const faults = await page.evaluate(() => measures.top())
  return faults.map(({ measure, where, says }) => `${width} × ${height}: ${measure}: ${where}: ${says}`)
}

/** Measures a page at every width and factor, without reloading it, and answers in a line each what is wrong. */
export async function faultsOf(page: Page, kind: Kind): Promise<string[]> {
  await withMeasures(page)
  const found: string[] = []
  for (const width of kind.widths ?? widths) {
    const axeFactor = axeAt[width]
    const asked = { factors: lastOf(axeFactor), staff: kind.staff }
    const isSheet = await page.locator(dialog).first().isVisible()
    await page.setViewportSize({ width, height: isSheet ? SMALLEST : SMALL })
    // Backwards, so that the factor at which this ends is the one at which the next begins: each change lays the page out anew.
    const back = { ...asked, factors: [...asked.factors].reverse() }
    const { faults, height } = await page.evaluate((one) => measures.onScreen(one), back)
    // So high that the page is there as a whole and whatever is drawn can be met by a finger.
    await page.setViewportSize({ width, height: height + SMALL })
    faults.push(...(await page.evaluate((one) => measures.inWhole(one), asked)))
    found.push(...faults.map((fault) => lineOf(fault, width)))
    if (axeFactor !== undefined) {
      found.push(...(await violations(page)).map((line) => `${width} × ${axeFactor}: axe: ${line}`))
    }
    if (kind.name && process.env.SCREENSHOTS) await shoot(page, kind.name, width)
  }
  return found
}

const dialog = '[aria-modal=true]'

const lineOf = ({ measure, where, says, factor }: InPage.FaultAt, width: number) =>
  `${width} × ${factor}: ${measure}: ${where}: ${says}`

/** The factor at which axe looks at a page, by width. */
const axeAt: Record<number, number> = { 320: 1.75, 390: 1 }

/** All factors, this one last. */
const lastOf = (last = factors[0]) => [...factors.filter((factor) => factor !== last), last ?? 1]

/** All rules of axe but one: our own measure of contrast asks the same of every word, and a higher ratio. */
const rules = {
  rules: { 'color-contrast': { enabled: false } },
  resultTypes: ['violations'],
  selectors: false,
}

/** What axe-core finds. */
export async function violations(page: Page): Promise<string[]> {
  const result = await page.evaluate((options) => measures.seen(() => axe.run(options)), rules)
  return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

/** The factors at which a picture is taken, by width. */
const shotAt: Record<number, number[]> = { 320: [1, 1.75], 390: [1] }

/** With `SCREENSHOTS=1` draws a page as it looks on a phone and on the narrowest one, in the largest type too, and leaves it as it was. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.SCREENSHOTS) return
  const usual = page.viewportSize()
  await withMeasures(page)
  for (const width of [390, 320]) await shoot(page, name, width)
  await page.evaluate(() => measures.onScreen({ factors: [1], staff: false }))
  if (usual) await page.setViewportSize(usual)
}

/** Of the whole page, or of the dialog over it at the height of a phone. */
async function shoot(page: Page, name: string, width: number): Promise<void> {
  const isDialog = await page.locator(dialog).first().isVisible()
  await page.evaluate(() => measures.draw(true))
  for (const factor of shotAt[width] ?? []) {
    const asked = { factors: [factor], staff: false }
    await page.setViewportSize({ width, height: SMALL })
    const { height } = await page.evaluate((one) => measures.onScreen(one), asked)
    await page.setViewportSize({ width, height: isDialog ? SMALL : height })
    const file = `${name}-${width}${factor === 1 ? '' : `-${factor}`}.png`
    await page.screenshot({ path: join(SCREENSHOTS, file) })
  }
  await page.evaluate(() => measures.draw(false))
}
