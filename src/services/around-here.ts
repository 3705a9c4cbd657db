import type { Home } from '#types/people'
import { whereAmIIfAllowed } from '@/platform/place'
import { call } from './cloud'

/** For guests and staff: the station and the person to ring are those next to where they stand. */
export async function aroundHere(): Promise<Home> {
  const place = await whereAmIIfAllowed()
  return call('people.home', place ? { place } : {})
}
