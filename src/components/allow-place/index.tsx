import { isPlaceAsked, openPlaceSetting } from '@/platform/place'
import { Button } from '../button'

/** Where the phone's place was refused: WeChat's settings, in which it can be allowed. Nothing in a browser, which has none. */
export function AllowPlace({ onAllowed }: { onAllowed(): void }) {
  if (!isPlaceAsked) return null
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
