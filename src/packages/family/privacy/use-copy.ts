import { useRef, useState } from 'react'
import { type CopySection, readCopy } from '@/services/read-copy'
import { sentenceForLoading } from '@/services/sentences'

type CopyProgress =
  | { state: 'idle' }
  | { state: 'reading'; title: string }
  | { state: 'failed'; sentence: string }
  | { state: 'ready'; sections: CopySection[] }

/**
 * Reads all data about an elder when it is asked to: every reading is written down for her, so nothing is
 * read again by itself.
 */
export function useCopy(elderId: string): { progress: CopyProgress; read(): Promise<void> } {
  const [progress, setProgress] = useState<CopyProgress>({ state: 'idle' })
  const isReading = useRef(false)

  const read = async () => {
    if (isReading.current) return
    isReading.current = true
    try {
      const onSection = (title: string) => setProgress({ state: 'reading', title })
      setProgress({ state: 'ready', sections: await readCopy({ elderId, onSection }) })
    } catch (error) {
      setProgress({ state: 'failed', sentence: sentenceForLoading(error) })
    } finally {
      isReading.current = false
    }
  }
  return { progress, read }
}
