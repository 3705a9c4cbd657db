import { useEffect, useRef, useState } from 'react'
import { reveal } from '@/platform/page'
import { watchShare } from '@/platform/screen-share'

/** With more than this share of the screen's height, a foot that stays would take the page away from whoever reads in large type. */
const most = 0.25

let frames = 0

/**
 * The foot stays at the bottom of the screen as long as it is low. A tall one, say a failure in large type above
 * the button, scrolls with the page; where it became tall on a page that was there already, it is brought into view.
 */
export function useFoot({ isReady, hasFoot }: { isReady: boolean; hasFoot: boolean }) {
  const [id] = useState(newId)
  const [isTall, setTall] = useState(false)
  const share = useRef<number | null>(null)
  const hasGrown = useRef(false)

  useEffect(() => {
    if (hasFoot) {
      return watchShare(id, (now) => {
        if (now > most && share.current !== null && share.current <= most) hasGrown.current = true
        share.current = now
        setTall(now > most)
      })
    }
    share.current = isReady ? 0 : null
    setTall(false)
    return undefined
  })
  useEffect(() => {
    if (isTall && hasGrown.current) reveal(id)
    hasGrown.current = false
  }, [id, isTall])
  return { id, isTall }
}

/** Pages beneath this one are still there in a browser, each with its foot. */
function newId(): string {
  frames += 1
  return `frame-foot-${frames}`
}
