import { type Fault, isShown, where } from './words'

/** Who opens a page begins at its top. To be measured before anything was done on it. */
export function top(): Fault[] {
  return [...document.querySelectorAll('*')]
    .filter((element) => isShown(element) && element.scrollTop > 0)
    .map((element) => ({
      measure: 'top',
      where: where(element, ''),
      says: `opens at ${Math.round(element.scrollTop)} of ${element.scrollHeight} px`,
    }))
}
