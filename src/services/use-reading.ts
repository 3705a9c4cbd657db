import { useRef, useState } from 'react'
import { type CallCode, CallError } from './cloud'
import { sentenceFor } from './sentences'

type Progress = { state: 'idle' } | { state: 'pending' } | { state: 'failed'; error: unknown }

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
      setProgress({ state: 'failed', error })
      return null
    } finally {
      isBusy.current = false
    }
  }
  return {
    read,
    clear: () => setProgress({ state: 'idle' }),
    isPending: progress.state === 'pending',
    trouble: progress.state === 'failed' ? sentenceFor(progress.error) : null,
    /** What the cloud told with its refusal; empty where it told nothing. */
    detail: progress.state === 'failed' && progress.error instanceof CallError ? progress.error.detail : {},
    code: progress.state === 'failed' ? codeOf(progress.error) : null,
  }
}

const codeOf = (error: unknown): CallCode => (error instanceof CallError ? error.code : 'INTERNAL')
