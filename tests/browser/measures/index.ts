import { contrast } from './contrast'
import { clipping, foot, overlaps, sideways } from './room'
import { names, tapSize } from './touch'
import { tree } from './tree'
import { lineHeight, typeSize } from './type'
import type { Fault, Scale } from './words'

export { foot }

/** Every measure of a page that is shown whole, without scrolling. */
export function measure(scale: Scale): Fault[] {
  return [
    ...typeSize(scale),
    ...lineHeight(),
    ...contrast(),
    ...tapSize(scale),
    ...names(),
    ...clipping(),
    ...overlaps(),
    ...sideways(),
    ...tree(),
  ]
}
