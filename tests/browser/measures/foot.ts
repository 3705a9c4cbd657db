import { controlsOf, type Fault, isShown, meet, scene, where, wordsOf } from './words'

/** px: the height of a phone that is neither small nor large. */
const usual = 780

/**
 * What stays at the bottom of the screen leaves three quarters of it to the page, and at the page's end it covers nothing; what
 * is done there is one button, no higher than a fifth of a usual screen in usual type. To be measured at the height of a phone.
 */
export function foot(factor: number): Fault[] {
  if (scene() !== document.body) return [] // under a dialog nobody reads
  return [...staying(), ...doing(factor)]
}

function staying(): Fault[] {
  const all = [document.documentElement, ...document.querySelectorAll('*')].filter(isShown)
  const stays = all.filter((element) => /sticky|fixed/.test(getComputedStyle(element).position))
  const scrolled = all.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)
  for (const element of scrolled) element.scrollTop = element.scrollHeight
  const faults = stays.flatMap((element) => {
    const box = element.getBoundingClientRect()
    const covered = wordsOf().filter(
      (words) => !element.contains(words.element) && words.lines.some((line) => meet(line, box)),
    )
    return [
      ...covered.map(({ text }) => fault(element, `covers “${text.slice(0, 18)}” at the end of the page`)),
      ...(box.height <= innerHeight / 4
        ? []
        : [fault(element, `takes ${Math.round(box.height)} of ${innerHeight} px`)]),
    ]
  })
  for (const element of scrolled) element.scrollTop = 0
  return faults
}

/** The button at the bottom, also where it scrolls with the page; a failure above it passes. */
function doing(factor: number): Fault[] {
  return [...document.querySelectorAll('.frame-action')].filter(isShown).flatMap((action) => {
    const { height } = action.getBoundingClientRect()
    const isPassing = action.querySelector('[role=status]') !== null
    const controls = controlsOf(action)
    return [
      ...(controls.length > 1 ? [fault(action, `has ${controls.length} buttons`)] : []),
      ...(factor === 1 && height > usual / 5 && !isPassing
        ? [fault(action, `takes ${Math.round(height)} of ${usual} px in usual type`)]
        : []),
    ]
  })
}

const fault = (element: Element, says: string): Fault => ({ measure: 'foot', where: where(element), says })
