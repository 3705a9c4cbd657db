import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import type { Page } from 'playwright-core'
import type * as InPage from './measures/index'
import type { Fault } from './measures/words'

declare const measures: typeof InPage
declare const axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }

const PROJECT = resolve(__dirname, '../..')
/** Where to look at every page as it was measured, with `SCREENSHOTS=1` (drawing them takes a minute); git ignores it. */
export const SCREENSHOTS = join(PROJECT, '.cache/screenshots')

const widths = [320, 360, 390, 414]
const factors = [1, 1.4, 1.75]

/** The height of a small phone. */
const SMALL = 640

const script = () =>
  buildSync({
    entryPoints: [join(__dirname, 'measures/index.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'measures',
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

/** Brings the measures and axe into a page. */
export async function withMeasures(page: Page): Promise<void> {
  for (const content of inPage) await page.addScriptTag({ content })
}

/** Measures a page at every width and factor, without reloading it, and answers in a line each what is wrong. */
export async function faultsOf(page: Page, kind: Kind): Promise<string[]> {
  await withMeasures(page)
  const found: string[] = []
  for (const width of kind.widths ?? widths) {
    await page.setViewportSize({ width, height: SMALL })
    for (const factor of factors) {
      await setFactor(page, factor)
      await page.evaluate(laidOut)
      const faults = await page.evaluate(() => measures.foot())
      found.push(...faults.map((fault) => lineOf(fault, width, factor)))
      if (kind.name && process.env.SCREENSHOTS) await shoot(page, kind.name, width, factor)
    }
    // So high that the page is there as a whole and whatever is drawn can be met by a finger.
    await page.setViewportSize({ width, height: (await heightOf(page)) + SMALL })
    for (const factor of factors) {
      await setFactor(page, factor)
      const faults = await page.evaluate((scale) => measures.measure(scale), { staff: kind.staff, factor })
      found.push(...faults.map((fault) => lineOf(fault, width, factor)))
      if (wantsAxe(width, factor)) {
        found.push(...(await violations(page)).map((line) => `${width} × ${factor}: axe: ${line}`))
      }
    }
  }
  return found
}

/** The factor is one custom property that all sizes follow; the page frame sets it from what was chosen in 我的. */
async function setFactor(page: Page, factor: number): Promise<void> {
  await page.evaluate((k) => {
    for (const frame of document.querySelectorAll<HTMLElement>('.frame')) frame.style.setProperty('--k', k)
  }, String(factor))
}

/** The page sees its own new size in one frame and draws what it makes of it in the next: a foot that grew tall lets go. */
const laidOut = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))
  })

const lineOf = ({ measure, where, says }: Fault, width: number, factor: number) =>
  `${width} × ${factor}: ${measure}: ${where}: ${says}`

const wantsAxe = (width: number, factor: number) =>
  (width === 320 && factor === 1.75) || (width === 390 && factor === 1)

/** What axe-core finds, all its rules switched on. */
export async function violations(page: Page): Promise<string[]> {
  const result = await page.evaluate(() => axe.run())
  return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

/** Of the whole page, or of the dialog over it at the height of a phone. */
async function shoot(page: Page, name: string, width: number, factor: number): Promise<void> {
  const wanted = (factor === 1 && (width === 320 || width === 390)) || (factor === 1.75 && width === 320)
  if (!wanted) return
  const isDialog = await page.locator('[aria-modal=true]').isVisible()
  await page.setViewportSize({ width, height: isDialog ? SMALL : await heightOf(page) })
  const file = `${name}-${width}${factor === 1 ? '' : `-${factor}`}.png`
  await page.screenshot({ path: join(SCREENSHOTS, file) })
  await page.setViewportSize({ width, height: SMALL })
}

/** How high a screen must be to show the page whole. Taro's pages scroll within the document. */
const heightOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const scrolling = [document.documentElement, ...document.querySelectorAll('.taro_page')]
    return Math.max(...scrolling.map(({ scrollHeight }) => scrollHeight))
  })
