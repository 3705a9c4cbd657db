import type { ElderFile } from '#types/people/elders'
import type { CopyPart } from '#types/people/privacy'
import { call } from '@/services/cloud'

const parts = ['person', 'consents', 'meals', 'visits', 'log'] as const

/** Beyond this something is wrong. */
const mostPages = 200

/** All that is known of an elder, part after part, as a text. */
export async function loadCopy({ id, name }: ElderFile, reason: string): Promise<string> {
  const found: CopyPart[] = []
  for (const part of parts) {
    let after: string | null = null
    for (let pages = 0; pages < mostPages; pages += 1) {
      const reply: { parts: CopyPart[]; next: string | null } = await call('people.copy', {
        elderId: id,
        part,
        reason,
        ...(after !== null && { after }),
      })
      found.push(...reply.parts)
      after = reply.next
      if (after === null) break
    }
  }
  return [`${name}的资料`, ...found.map(textOf)].join('\n\n')
}

const textOf = ({ title, rows }: CopyPart): string =>
  [`【${title}】`, ...rows.map(({ name, value }) => `${name}：${value}`)].join('\n')
