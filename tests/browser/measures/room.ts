import { type Box, type Fault, isShown, meet, type Seen, scene, touchBox, type Words, where } from './words'

const slack = 1.5

/** All words are to be seen whole: on the screen, in their own box, and not cut off by a box that hides what leaves it. */
export function clipping(seen: Seen): Fault[] {
  const fault = (words: Words, says: string) => ({
    measure: 'clipping',
    where: where(words.element, words.text),
    says,
  })
  const cut = seen.words.flatMap((words) => {
    if (words.lines.some(({ left, right }) => left < -slack || right > innerWidth + slack))
      return [fault(words, 'leaves the screen')]
    const leaving = ancestors(words.element).find(
      (box) => limits(box) && words.lines.some((line) => !holds(box, line)),
    )
    return leaving ? [fault(words, `leaves ${where(leaving, '')}`)] : []
  })
  const shortened = [...scene().querySelectorAll('*')].filter(
    (element) =>
      isShown(element) && element.textContent?.trim() && hides(element) && overflows(element as HTMLElement),
  )
  return [
    ...cut,
    ...seen.words.filter(isTooLong).map((words) => fault(words, 'is longer than its box')),
    ...shortened.map((element) => ({
      measure: 'clipping',
      where: where(element),
      says: 'hides part of what is in it',
    })),
  ]
}

/**
 * A hint in a box for one line, or a long number in it: the box shows as much of it as fits, and tells nobody. A number may
 * stand beside the box once more.
 */
function isTooLong({ element, text, style }: Words): boolean {
  if (!(element instanceof HTMLInputElement)) return false
  const mustFit = element.value === '' || (longNumber.test(text) && !isReadBesides(text))
  const pen = mustFit && document.createElement('canvas').getContext('2d')
  if (!pen) return false
  pen.font = style.font
  const inside =
    element.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
  return pen.measureText(text).width > inside
}

const longNumber = /^[\dX-]{8,}$/
const isReadBesides = (text: string) => (scene().textContent ?? '').replace(/\s/g, '').includes(text)

function* up(element: Element | null): Generator<Element> {
  for (let one = element; one && one !== document.body; one = one.parentElement) yield one
}
const ancestors = (element: Element) => [...up(element)]

/** A box that one sees, or that hides what leaves it. */
function limits(box: Element): boolean {
  const { backgroundColor, borderTopWidth, borderTopStyle } = getComputedStyle(box)
  const isPainted = !/^rgba\(.*, 0\)$/.test(backgroundColor)
  const isFramed = borderTopStyle !== 'none' && borderTopWidth !== '0px'
  return isPainted || isFramed || hides(box)
}

function hides(box: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(box)
  return [overflowX, overflowY].some((overflow) => overflow === 'hidden' || overflow === 'clip')
}

function overflows({ scrollWidth, clientWidth, scrollHeight, clientHeight }: HTMLElement): boolean {
  return scrollWidth > clientWidth + slack || scrollHeight > clientHeight + slack
}

function holds(box: Element, line: Box): boolean {
  const { left, right, top, bottom } = box.getBoundingClientRect()
  const scrolls = /auto|scroll/.test(getComputedStyle(box).overflowY)
  const isBeside = line.left < left - slack || line.right > right + slack
  const isAboveOrBelow = !scrolls && (line.top < top - slack || line.bottom > bottom + slack)
  return !isBeside && !isAboveOrBelow
}

/** Nothing lies on anything else: words on words, a control on a control, words of one thing on another. */
export function overlaps({ words, controls }: Seen): Fault[] {
  const boxes = controls.map((control) => ({ control, box: touchBox(control) }))
  const fault = (one: string, other: string) => ({ measure: 'overlap', where: one, says: `and ${other}` })
  return [
    ...pairs(words)
      .filter(([a, b]) => a.element !== b.element && a.lines.some((x) => b.lines.some((y) => meet(x, y))))
      .map(([a, b]) => fault(where(a.element, a.text), where(b.element, b.text))),
    ...pairs(boxes)
      .filter(([a, b]) => meet(a.box, b.box))
      .map(([a, b]) => fault(where(a.control), where(b.control))),
    ...boxes.flatMap(({ control, box }) =>
      words
        .filter(({ lines }) => lines.some((line) => meet(line, box)))
        .filter(({ element }) => !control.contains(element) && !element.contains(control))
        .map(({ element, text }) => fault(where(control), where(element, text))),
    ),
    ...controls.filter(isCovered).map((control) => fault(where(control), 'something that covers it')),
  ]
}

function pairs<T>(things: T[]): [T, T][] {
  return things.flatMap((a, index) => things.slice(index + 1).map((b): [T, T] => [a, b]))
}

/** Whether a finger on its middle would meet something else; what is scrolled away cannot be said. */
function isCovered(control: Element): boolean {
  const { left, right, top, bottom } = touchBox(control)
  const met = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  return met !== null && !control.contains(met) && !met.contains(control)
}

/** Nothing has to be pushed sideways to be read. */
export function sideways(): Fault[] {
  return [document.documentElement, ...scene().querySelectorAll('*')]
    .filter(
      (element) =>
        isShown(element) &&
        element.scrollWidth > element.clientWidth + slack &&
        (element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX)),
    )
    .map((element) => ({
      measure: 'sideways',
      where: where(element, ''),
      says: `${element.scrollWidth} px of content in ${element.clientWidth} px`,
    }))
}
