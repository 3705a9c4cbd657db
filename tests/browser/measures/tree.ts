import { type Fault, isShown, where } from './words'

/** The page stays light enough for an old phone: half of what WeChat's audit allows. */
export function tree(): Fault[] {
  const page = [...document.querySelectorAll('.taro_page')].find(isShown) ?? document.body
  const all = [...page.querySelectorAll('*')]
  const depthOf = (element: Element): number =>
    element === page ? 0 : 1 + (element.parentElement ? depthOf(element.parentElement) : 0)
  const deepest = Math.max(0, ...all.map(depthOf))
  const fault = (element: Element, says: string) => ({ measure: 'tree', where: where(element, ''), says })
  return [
    ...(all.length < 600 ? [] : [fault(page, `${all.length} nodes`)]),
    ...(deepest < 20 ? [] : [fault(page, `${deepest} deep`)]),
    ...[page, ...all]
      .filter((element) => element.children.length > 40)
      .map((element) => fault(element, `${element.children.length} children`)),
  ]
}
