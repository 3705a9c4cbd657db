import { useRef, useState } from 'react'
import type { CopyPart } from '#types/people/privacy'
import { call } from '@/services/cloud'
import { sentenceForLoading } from '@/services/sentences'

/** What a copy consists of, in the order in which it is read. */
const sections = [
  { part: 'person', title: '登记的资料' },
  { part: 'consents', title: '同意和不同意的记录' },
  { part: 'meals', title: '订餐的记录' },
  { part: 'visits', title: '上门看望的记录' },
  { part: 'log', title: '谁办过什么、谁看过' },
] as const

export interface CopySection {
  title: string
  parts: CopyPart[]
}

/** Beyond this something is wrong. */
const mostPages = 200

export type CopyProgress =
  | { state: 'idle' }
  | { state: 'reading'; title: string }
  | { state: 'failed'; sentence: string }
  | { state: 'ready'; sections: CopySection[] }

/**
 * Reads all data about an elder, a part at a time, when it is asked to: every reading is written down for her, so nothing is
 * read again by itself.
 */
export function useCopy(elderId: string): { progress: CopyProgress; read(): Promise<void> } {
  const [progress, setProgress] = useState<CopyProgress>({ state: 'idle' })
  const isReading = useRef(false)

  const read = async () => {
    if (isReading.current) return
    isReading.current = true
    try {
      const found: CopySection[] = []
      for (const { part, title } of sections) {
        setProgress({ state: 'reading', title })
        found.push({ title, parts: await readSection(elderId, part) })
      }
      setProgress({ state: 'ready', sections: found })
    } catch (error) {
      setProgress({ state: 'failed', sentence: sentenceForLoading(error) })
    } finally {
      isReading.current = false
    }
  }
  return { progress, read }
}

async function readSection(elderId: string, part: (typeof sections)[number]['part']): Promise<CopyPart[]> {
  const parts: CopyPart[] = []
  let after: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const reply: { parts: CopyPart[]; next: string | null } = await call('people.copy', {
      elderId,
      part,
      ...(after !== null && { after }),
    })
    parts.push(...reply.parts)
    after = reply.next
    if (after === null) break
  }
  return parts
}
