import { controlsOf, type Fault, isShown, scene, where } from './words'

/**
 * A question over the page leaves room to be read: what is scrolled has a third of the screen, and at the bottom stands one
 * button, in sight, which with all around it takes two fifths at most. What is scrolled is the body, or after a failure all of
 * the sheet, under its button. To be measured at the height of a phone.
 */
export function sheet(): Fault[] {
  const panel = scene()
  if (panel === document.body) return []
  const body = panel.querySelector('.sheet-body')
  const action = [...panel.querySelectorAll('.sheet-action')].find(isShown)
  const under = action?.clientHeight ?? 0
  return [
    ...reading(panel, panel.clientHeight - under),
    ...(body ? reading(body, body.clientHeight) : []),
    ...(action ? doing(action) : []),
  ]
}

function reading(scrolled: Element, room: number): Fault[] {
  const { clientHeight, scrollHeight } = scrolled
  const isWhole = scrollHeight <= clientHeight + 1
  return isWhole || room >= innerHeight / 3
    ? []
    : [fault(scrolled, `shows ${room} of ${scrollHeight} px on a screen of ${innerHeight}`)]
}

function doing(action: Element): Fault[] {
  const { height } = action.getBoundingClientRect()
  const controls = controlsOf(action)
  const isInSight = (control: Element) => {
    const { top, bottom } = control.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight + 1
  }
  return [
    ...(controls.length > 1 ? [fault(action, `has ${controls.length} buttons`)] : []),
    ...(height > innerHeight * 0.4
      ? [fault(action, `takes ${Math.round(height)} of ${innerHeight} px`)]
      : []),
    ...controls.filter((control) => !isInSight(control)).map((control) => fault(control, 'is out of sight')),
  ]
}

const fault = (element: Element, says: string): Fault => ({ measure: 'sheet', where: where(element), says })
