import { controlAround, type Fault, px, type Scale, type Seen, type Words, where } from './words'

/** px at factor 1. */
const least = { family: { running: 20, caption: 18 }, staff: { running: 16, caption: 16 } }
const captions = '.soft-small, .tag'
/** Characters of a bold and of a plain label; whatever is longer is read line by line. */
const longestLabel = 40
const longestPlain = 14
const tolerance = 0.1

/**
 * Type is large enough: running text and captions grow with the factor; titles, names and words on buttons, which begin
 * larger, at least half as much; the words drawn on a map, which the list beneath repeats, are never smaller than a caption.
 */
export function typeSize(seen: Seen, { staff, factor }: Scale): Fault[] {
  const limits = least[staff ? 'staff' : 'family']
  return seen.words.flatMap((words) => {
    const isDrawn = words.element.closest('[role=img]') !== null
    const isCaption = isDrawn || words.element.closest(captions) !== null
    const growth = isDrawn ? 1 : isLabel(words) ? 1 + (factor - 1) / 2 : factor
    const wanted = (isCaption ? limits.caption : limits.running) * growth
    if (words.size >= wanted - tolerance) return []
    return [
      {
        measure: 'type size',
        where: where(words.element, words.text),
        says: `${px(words.size)}, wanted ${px(wanted)}`,
      },
    ]
  })
}

/** Lines have air between them. */
export function lineHeight(seen: Seen): Fault[] {
  return seen.words.flatMap((words) => {
    const wanted = isLabel(words) ? 1.3 : 1.5
    const ratio = Number.parseFloat(words.style.lineHeight) / words.size // NaN for `normal`, which depends on the font
    if (ratio >= wanted - 0.01) return []
    return [
      {
        measure: 'line height',
        where: where(words.element, words.text),
        says: `${ratio.toFixed(2)}, wanted ${wanted}`,
      },
    ]
  })
}

/** A title, a name, a number, the words on a button: read at a glance, not line by line. */
function isLabel({ element, text, style }: Words): boolean {
  if (element.closest('[role=heading], [role=navigation], [role=img]')) return true
  if (controlAround(element)?.textContent?.trim() === text) return true
  if (text.length > longestLabel) return false
  return Number(style.fontWeight) >= 700 || (text.length <= longestPlain && !/[，。！？；]/.test(text))
}
