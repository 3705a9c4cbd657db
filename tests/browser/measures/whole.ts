import { type Fault, isShown, scene, where } from './words'

/** A day of the week, a number to ring, masked or not, the long names of people's roles, and the names of people in the demo district. */
const one =
  /周[一二三四五六日]|[\d*]{3,}(?:-[\d*]{3,})+|工作人员|志愿者|协调员|王秀英|李敏|赵强|张静|周琳|陈建国|陈浩|刘桂兰|冯娟|林芳/g

/** No line ends inside of what is read as one: not in halves of 周一, nor in the middle of a number. */
export function whole(): Fault[] {
  const found: Fault[] = []
  const walker = document.createTreeWalker(scene(), NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!element || element.matches('script, style') || !isShown(element)) continue
    for (const match of (node.textContent ?? '').matchAll(one)) {
      if (linesOf(node, match.index, match[0].length) > 1)
        found.push({ measure: 'whole', where: where(element), says: `breaks “${match[0]}”` })
    }
  }
  return found
}

function linesOf(node: Node, start: number, length: number): number {
  const range = document.createRange()
  range.setStart(node, start)
  range.setEnd(node, start + length)
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
}
