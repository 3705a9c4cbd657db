import type { ITouchEvent } from '@tarojs/components'

/** Where on the screen a tap fell, px: WeChat gives touches, a browser a click. Null where a keyboard or a reader pressed. */
export function placeOf(event: ITouchEvent): { x: number; y: number } | null {
  const { clientX = 0, clientY = 0 }: Partial<MouseEvent> =
    event.changedTouches?.[0] ?? (event as unknown as MouseEvent) // what a view is given in a browser
  return clientX === 0 && clientY === 0 ? null : { x: clientX, y: clientY }
}
