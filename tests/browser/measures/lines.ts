import { type Fault, isShown, scene, where } from './words'

/** In how many lines each is read at a glance, however large the type. */
const most: [what: string, lines: number][] = [
  ['.button-words', 3],
  ['.frame-title, .sheet-title, .title', 2],
]

/** The words on a button and a title stay short. */
export function lines(): Fault[] {
  return most.flatMap(([what, limit]) =>
    [...scene().querySelectorAll(what)]
      .filter(isShown)
      .map((element) => ({ element, count: linesOf(element) }))
      .filter(({ count }) => count > limit)
      .map(({ element, count }) => ({
        measure: 'lines',
        where: where(element),
        says: `${count} lines, wanted ${limit}`,
      })),
  )
}

function linesOf(element: Element): number {
  const range = document.createRange()
  range.selectNodeContents(element)
  const height = Number.parseFloat(getComputedStyle(element).lineHeight)
  const tops = [...range.getClientRects()].map(({ top }) => top).sort((a, b) => a - b)
  return tops.filter((top, at) => at === 0 || top - (tops[at - 1] ?? 0) > height / 2).length
}
