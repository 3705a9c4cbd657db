import { useEffect, useState } from 'react'

const pause = 350

/** What was typed, once the fingers rest. */
export function usePaused(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), text ? pause : 0)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}
