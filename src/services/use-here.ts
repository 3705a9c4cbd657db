import { useRef } from 'react'
import type { Place } from '#types/values'
import { type Loaded, useLoaded } from './use-loaded'

/** Degrees: about a hundred metres, by which a phone that lies still may waver. */
const slack = 0.001

/**
 * Where the phone is, kept fresh. A position that wavers, or does not come once, stays the one that it was: lists of what is near
 * would begin anew each time.
 * @param look null while nobody has asked for it
 */
export function useHere(what: string, look: (() => Promise<Place | null>) | null): Loaded<Place | null> {
  const last = useRef<Place | null>(null)
  const steady = async (asked: () => Promise<Place | null>) => {
    const place = await asked()
    if (place && !(last.current && isAbout(last.current, place))) last.current = place
    return last.current
  }
  return useLoaded(what, look && (() => steady(look)))
}

const isAbout = (a: Place, b: Place): boolean =>
  Math.abs(a.lng - b.lng) < slack && Math.abs(a.lat - b.lat) < slack
