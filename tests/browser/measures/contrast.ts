import { type Fault, type Seen, type Words, where } from './words'

interface Colour {
  r: number
  g: number
  b: number
  a: number
}

/** Text stands out from what is truly behind it: 7 : 1, for large text (24 px, or 18.66 px bold) 4.5 : 1. */
export function contrast(seen: Seen): Fault[] {
  return seen.words.flatMap((words) => {
    const behind = backgroundOf(words)
    if (!behind) return [fault(words, 'not known: a picture is behind it, or it is off the screen')]
    const isLarge = words.size >= 24 || (words.size >= 18.66 && Number(words.style.fontWeight) >= 700)
    const wanted = isLarge ? 4.5 : 7
    const ratio = ratioOf(over(inkOf(words), behind), behind)
    return ratio >= wanted - 0.005 ? [] : [fault(words, `${ratio.toFixed(2)}, wanted ${wanted}`)]
  })
}

const fault = ({ element, text }: Words, says: string): Fault => ({
  measure: 'contrast',
  where: where(element, text),
  says,
})

function inkOf({ element, style }: Words): Colour {
  const isPlaceholder =
    (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) && !element.value
  const ink = colourOf((isPlaceholder ? getComputedStyle(element, '::placeholder') : style).color)
  return { ...ink, a: ink.a * opacityOf(element) }
}

/** The document itself is unseen while it is measured. */
function opacityOf(element: Element | null): number {
  if (!element || element === document.documentElement) return 1
  return Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement)
}

/**
 * What is painted at the middle of the first line, down to what hides all beneath it, the lowest first; null where that is a
 * picture, or nothing is painted.
 */
function backgroundOf({ element, lines }: Words): Colour | null {
  const [line] = lines
  if (!line) return null
  const painted = document.elementsFromPoint((line.left + line.right) / 2, (line.top + line.bottom) / 2)
  const at = painted.indexOf(element)
  if (painted.length === 0) return null
  let behind: Colour = { r: 255, g: 255, b: 255, a: 1 }
  const layers = painted.slice(Math.max(at, 0))
  const floor = layers.findIndex(hidesAll)
  for (const layer of (floor < 0 ? layers : layers.slice(0, floor + 1)).reverse()) {
    const { backgroundColor, backgroundImage } = getComputedStyle(layer)
    if (backgroundImage !== 'none' || layer.tagName === 'IMG') return null
    behind = over(colourOf(backgroundColor), behind)
  }
  return behind
}

const hidesAll = (layer: Element) => {
  const { backgroundColor, backgroundImage } = getComputedStyle(layer)
  return backgroundImage === 'none' && layer.tagName !== 'IMG' && colourOf(backgroundColor).a === 1
}

/** Browsers give `rgb(…)`, `rgba(…)` or, for mixed colours, `color(srgb …)`. */
function colourOf(css: string): Colour {
  const [r = 0, g = 0, b = 0, a = 1] = (css.match(/[\d.]+/g) ?? []).map(Number)
  return css.startsWith('color(') ? { r: r * 255, g: g * 255, b: b * 255, a } : { r, g, b, a }
}

function over(top: Colour, under: Colour): Colour {
  const mix = (a: number, b: number) => a * top.a + b * (1 - top.a)
  return { r: mix(top.r, under.r), g: mix(top.g, under.g), b: mix(top.b, under.b), a: 1 }
}

/** WCAG 2's ratio of two opaque colours. */
function ratioOf(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance({ r, g, b }: Colour): number {
  const [red = 0, green = 0, blue = 0] = [r, g, b].map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
