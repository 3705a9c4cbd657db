import { useEffect, useState } from 'react'
import { isPlaceAllowed, openPlaceSetting } from '@/platform/place'
import { Button } from '../button'

/**
 * Where the phone's place was not found: WeChat's settings, if it is they that forbid it. They have nothing to allow where the
 * privacy guide was refused, or the phone itself does not know where it is.
 */
export function AllowPlace({ onAllowed }: { onAllowed(): void }) {
  const [isForbidden, setForbidden] = useState(false)
  // Whenever the page is drawn: it is, once somebody was asked again.
  useEffect(() => {
    void isPlaceAllowed().then((isAllowed) => setForbidden(isAllowed === false))
  })
  if (!isForbidden) return null
  return (
    <Button
      kind="second"
      onTap={() =>
        openPlaceSetting((isAllowed) => {
          if (isAllowed) onAllowed()
        })
      }
    >
      去设置
    </Button>
  )
}
