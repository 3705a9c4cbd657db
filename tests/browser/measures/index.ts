import { contrast } from './contrast'
import { foot } from './foot'
import { lines } from './lines'
import { orphans } from './orphans'
import { clipping, overlaps, sideways } from './room'
import { sheet } from './sheet'
import { names, tapSize } from './touch'
import { tree } from './tree'
import { lineHeight, typeSize } from './type'
import { whole } from './whole'
import { type Fault, type Scale, see } from './words'

export { top } from './top'
export { draw, seen } from './unseen'

/** A fault, and the font factor at which it was found. */
export interface FaultAt extends Fault {
  factor: number
}

/** What is asked of a page at one size: all factors at once, for each question from outside costs more than its answer. */
interface Asked {
  factors: number[]
  /** Staff pages have smaller limits. */
  staff: boolean
}

/** What is wrong on a screen as high as a phone's, and how high a screen must be to show the page whole at each factor. */
export async function onScreen({ factors }: Asked): Promise<{ faults: FaultAt[]; height: number }> {
  let height = 0
  const faults = await atEach(factors, (factor) => {
    height = Math.max(height, wholeHeight())
    return [...foot(factor), ...sheet()]
  })
  return { faults, height }
}

/** Taro's pages scroll within the document. */
function wholeHeight(): number {
  const scrolling = [document.documentElement, ...document.querySelectorAll('.taro_page')]
  return Math.max(...scrolling.map(({ scrollHeight }) => scrollHeight))
}

/** What is wrong on a page that is shown whole, without scrolling. */
export function inWhole({ factors, staff }: Asked): Promise<FaultAt[]> {
  return atEach(factors, (factor) => measure({ staff, factor }))
}

async function atEach(factors: number[], faultsAt: (factor: number) => Fault[]): Promise<FaultAt[]> {
  const found: FaultAt[] = []
  for (const factor of factors) {
    await settleAt(factor)
    found.push(...faultsAt(factor).map((fault) => ({ ...fault, factor })))
  }
  return found
}

/** The factor is one custom property that all sizes follow; the page frame sets it from what was chosen in 我的. */
async function settleAt(factor: number): Promise<void> {
  for (const frame of document.querySelectorAll<HTMLElement>('.frame')) {
    frame.style.setProperty('--k', String(factor))
  }
  await laidOut()
}

/** The page sees its own new size in one frame and draws what it makes of it in the next: a foot that grew tall lets go. */
const laidOut = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))
  })

function measure(scale: Scale): Fault[] {
  const seen = see()
  return [
    ...typeSize(seen, scale),
    ...lineHeight(seen),
    ...contrast(seen),
    ...tapSize(seen, scale),
    ...names(seen),
    ...clipping(seen),
    ...overlaps(seen),
    ...sideways(),
    ...tree(),
    ...orphans(seen),
    ...whole(),
    ...lines(),
  ]
}
