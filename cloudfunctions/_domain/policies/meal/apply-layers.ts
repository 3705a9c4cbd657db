import type { Meeting } from '#types/policies'
import { type Given, type Occasion, type Open, offerOf } from './layer-offer'
import { meetingLayers } from './meeting-layers'
import type { TableLayer } from './table'
import { mealBit } from './when'

/** What layers give of a bill, and what they might. */
export interface Applied {
  given: Given[]
  open: Open[]
  /** What is left of the bill, fen. */
  left: number
}

/** How layers meet, what is left of the bill before them, and what the elder pays whatever they give; fen. */
interface Start {
  left: number
  meet: Meeting
  keep?: number
}

/** Applies layers to a bill in their order; each is cut so that nobody is paid to eat. */
export function applyLayers(
  layers: readonly TableLayer[],
  occasion: Occasion,
  { left, meet, keep = 0 }: Start,
): Applied {
  const applied: Applied = { given: [], open: [], left }
  const bit = mealBit(occasion.meal)
  if (meet === 'add') {
    for (const layer of layers) {
      const offer = offerOf(layer, occasion, bit, applied.left, keep)
      if (offer === null) continue
      if (offer.open.length > 0) applied.open.push(...offer.open)
      take(applied, offer.given, applied.left - keep)
    }
    return applied
  }
  const offers = layers.flatMap((layer) => offerOf(layer, occasion, bit, left, keep) ?? [])
  const { given, open, most } = meetingLayers(offers, meet)
  applied.open = open
  take(applied, given, Math.min(most, left - keep))
  return applied
}

/** Adds what a layer gives, at most so much in all. */
function take(applied: Applied, given: readonly Given[], most: number): void {
  let room = most
  for (const one of given) {
    const { rule, amount } = one
    const cut = Math.min(amount, room)
    if (cut <= 0) continue
    applied.given.push(cut === amount ? one : { rule, amount: cut })
    applied.left -= cut
    room -= cut
  }
}
