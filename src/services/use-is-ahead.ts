import { useEffect, useState } from 'react'
import type { Instant } from '#types/values'
import { cloudNow } from './clock'

/** Whether an instant is still to come by the cloud's clock; what shows it is drawn again once it has passed. Null: it is not. */
export function useIsAhead(instant: Instant | null): boolean {
  const [, drawAgain] = useState(0)
  useEffect(() => {
    const left = millisecondsTo(instant)
    if (left <= 0) return
    const timer = setTimeout(() => drawAgain((times) => times + 1), left + 1)
    return () => clearTimeout(timer)
  }, [instant])
  return millisecondsTo(instant) > 0
}

const millisecondsTo = (instant: Instant | null): number =>
  instant === null ? 0 : Date.parse(instant) - Date.parse(cloudNow())
