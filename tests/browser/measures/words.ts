/** What a page shows at one moment: read once, measured in many ways. */
export interface Seen {
  words: Words[]
  controls: Element[]
  /** What is chosen from, one of several. */
  groups: Element[]
}

export const see = (): Seen => ({ words: wordsOf(), controls: controlsOf(), groups: groupsOf() })

/** What is in force on the page measured. */
export interface Scale {
  /** Staff pages show more at once and have smaller limits. */
  staff: boolean
  /** The font factor that the page is shown at. */
  factor: number
}

/** Something that an eye or a finger would stumble over. */
export interface Fault {
  measure: string
  /** Which element. */
  where: string
  says: string
}

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** One run of text as it is drawn. */
export interface Words {
  text: string
  element: Element
  style: CSSStyleDeclaration
  size: number
  /** A box for each line, as high as the characters themselves: line boxes may reach into each other. */
  lines: Box[]
}

/** What somebody can look at: the dialog over the page while one is open, else the page. */
export function scene(): Element {
  return [...document.querySelectorAll('[aria-modal=true]')].find(isShown) ?? document.body
}

export function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true })
}

/** All text of the scene that is drawn, also what stands in a box to type into. */
export function wordsOf(root = scene()): Words[] {
  const found: Words[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (!element || !text || element.matches('script, style') || !isShown(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    found.push(wordsIn(element, text, [...range.getClientRects()]))
  }
  for (const box of root.querySelectorAll<HTMLInputElement>('input, textarea')) {
    const text = box.value || box.placeholder
    if (text && isShown(box)) found.push(wordsIn(box, text, [box.getBoundingClientRect()]))
  }
  return found.filter(({ lines }) => lines.length > 0)
}

function wordsIn(element: Element, text: string, rects: DOMRect[]): Words {
  const style = getComputedStyle(element)
  const size = Number.parseFloat(style.fontSize)
  const lines = rects
    .filter(({ width, height }) => width > 0 && height > 0)
    .map(({ left, right, top, bottom }) => {
      const middle = (top + bottom) / 2
      return { left, right, top: middle - size * 0.45, bottom: middle + size * 0.45 }
    })
  return { text, element, style, size, lines }
}

const controlKinds =
  'a[href], button, input, textarea, select, [role=button], [role=radio], [role=checkbox], [role=tab], [role=link], [role=switch]'

/** Everything of the scene that is tapped or typed into. */
export function controlsOf(root = scene()): Element[] {
  return [...root.querySelectorAll(controlKinds)].filter(isShown)
}

const groupsOf = () => [...scene().querySelectorAll('[role=radiogroup]')].filter(isShown)

export const controlAround = (element: Element): Element | null => element.closest(controlKinds)

/** What of it a finger may meet: Taro draws the box to type into inside an element of its own. */
export function touchBox(control: Element): DOMRect {
  return (control.closest('taro-input-core, taro-textarea-core') ?? control).getBoundingClientRect()
}

/** Its classes, and the first words in it. */
export function where(element: Element, text = element.textContent ?? ''): string {
  const name = element.tagName.toLowerCase().replace(/^taro-|-core$/g, '')
  const classes = [...element.classList].filter((one) => one !== 'hydrated').map((one) => `.${one}`)
  return `${name}${classes.join('')} “${text.trim().slice(0, 18)}”`
}

export const px = (length: number): string => `${Math.round(length * 10) / 10}px`

export function meet(a: Box, b: Box, by = 1): boolean {
  return (
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > by &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > by
  )
}
