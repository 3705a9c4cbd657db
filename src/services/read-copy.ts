import type { CopyPart } from '#types/people/privacy'
import { call } from './cloud'

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

interface Asked {
  elderId: string
  /** Why it is read, where it is not read by whom it is about. */
  reason?: string
  /** Told of each section when its turn comes. */
  onSection?(title: string): void
}

/** Beyond this something is wrong. */
const mostPages = 200

/**
 * Reads all data about an elder, a part at a time. Every reading is written down for her, so nothing reads it by itself.
 * @throws CallError
 */
export async function readCopy({ elderId, reason, onSection }: Asked): Promise<CopySection[]> {
  const found: CopySection[] = []
  for (const { part, title } of sections) {
    onSection?.(title)
    const parts: CopyPart[] = []
    let after: string | null = null
    for (let pages = 0; pages < mostPages; pages += 1) {
      const reply: { parts: CopyPart[]; next: string | null } = await call('people.copy', {
        elderId,
        part,
        ...(reason !== undefined && { reason }),
        ...(after !== null && { after }),
      })
      parts.push(...reply.parts)
      after = reply.next
      if (after === null) break
    }
    found.push({ title, parts })
  }
  return found
}
