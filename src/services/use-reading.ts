import { useRef, useState } from 'react'
import { sentenceFor } from './sentences'

type Progress = { state: 'idle' } | { state: 'pending' } | { state: 'failed'; sentence: string }

/** Something that is read at a tap, because why it is read has to be said first. A double tap reads once. */
export function useReading() {
  const [progress, setProgress] = useState<Progress>({ state: 'idle' })
  const isBusy = useRef(false)

  const read = async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (isBusy.current) return null
    isBusy.current = true
    setProgress({ state: 'pending' })
    try {
      const found = await work()
      setProgress({ state: 'idle' })
      return found
    } catch (error) {
      setProgress({ state: 'failed', sentence: sentenceFor(error) })
      return null
    } finally {
      isBusy.current = false
    }
  }
  return {
    read,
    isPending: progress.state === 'pending',
    trouble: progress.state === 'failed' ? progress.sentence : null,
  }
}
