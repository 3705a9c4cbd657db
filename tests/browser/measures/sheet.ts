import { controlsOf, type Fault, isShown, scene, where } from './words'

/**
 * A question over the page leaves room to be read: what is scrolled has a third of the screen, and at the bottom stands one
 * button, which with all around it takes two fifths at most (a failure above it passes). To be measured at the height of a phone.
 */
export function sheet(): Fault[] {
  const panel = scene()
  if (panel === document.body) return []
  const body = panel.querySelector('.sheet-body')
  const action = [...panel.querySelectorAll('.sheet-action')].find(isShown)
  return [...(body ? reading(body) : []), ...(action ? doing(action) : [])]
}

function reading(body: Element): Fault[] {
  const { clientHeight, scrollHeight } = body
  const isWhole = scrollHeight <= clientHeight + 1
  return isWhole || clientHeight >= innerHeight / 3
    ? []
    : [fault(body, `shows ${clientHeight} of ${scrollHeight} px on a screen of ${innerHeight}`)]
}

function doing(action: Element): Fault[] {
  const { height } = action.getBoundingClientRect()
  const controls = controlsOf(action)
  const isPassing = action.querySelector('[role=status]') !== null
  return [
    ...(controls.length > 1 ? [fault(action, `has ${controls.length} buttons`)] : []),
    ...(height > innerHeight * 0.4 && !isPassing
      ? [fault(action, `takes ${Math.round(height)} of ${innerHeight} px`)]
      : []),
  ]
}

const fault = (element: Element, says: string): Fault => ({ measure: 'sheet', where: where(element), says })
