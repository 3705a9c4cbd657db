import { contrast } from './contrast'
import { clipping, foot, overlaps, sideways } from './room'
import { names, tapSize } from './touch'
import { tree } from './tree'
import { lineHeight, typeSize } from './type'
import { type Fault, type Scale, see } from './words'

export { foot }

/** Every measure of a page that is shown whole, without scrolling. */
export function measure(scale: Scale): Fault[] {
  const seen = see()
  return [
    ...typeSize(seen, scale),
    ...lineHeight(seen),
    ...contrast(seen),
    ...tapSize(seen, scale),
    ...names(seen),
    ...clipping(seen),
    ...overlaps(seen),
    ...sideways(),
    ...tree(),
  ]
}
