import type { Place } from '#types/values'
import { isPlaceAllowed, isPlaceAsked, whereAmI } from '@/platform/place'
import { mayUse } from './privacy'

/** Whether it was asked on this visit in vain. */
let wasInVain = false

/**
 * Where the person is, after WeChat's privacy question where that is still open; null when they would rather not say. A page asks
 * once a visit and takes no for an answer, until it was allowed in WeChat's settings; whoever taps for it is asked again.
 */
export async function whereIAm(by: 'page' | 'tap'): Promise<Place | null> {
  if (!isPlaceAsked) return whereAmI()
  if (by === 'page' && wasInVain && !(await isPlaceAllowed())) return null
  if (!(await mayUse('位置', by === 'tap'))) return null // a no is remembered there; who left the page has not answered
  const place = await whereAmI()
  wasInVain = place === null
  return place
}
