import { useRef } from 'react'
import type { FoundElder } from '#types/people'
import { call } from '@/services/cloud'
import { type Loaded, useLoaded } from '@/services/use-loaded'

/** Elders who were found so far, and whether there are more. */
interface FoundSoFar {
  elders: FoundElder[]
  isMore: boolean
}

/** Elders by what is typed, as many pages as were asked for. `text` is empty while nothing is. */
export function useFound(
  stationId: string,
  text: string,
): { found: Loaded<FoundSoFar>; more(): Promise<void> } {
  const wanted = useRef({ text, pages: 1 })
  if (wanted.current.text !== text) wanted.current = { text, pages: 1 }
  const found = useLoaded(
    `find ${stationId} ${text}`,
    text ? () => findPages(stationId, text, wanted.current.pages) : null,
  )
  const more = () => {
    wanted.current.pages += 1
    return found.reload()
  }
  return { found, more }
}

async function findPages(stationId: string, text: string, pages: number): Promise<FoundSoFar> {
  const elders: FoundElder[] = []
  let next: string | null = null
  for (let page = 0; page < pages; page += 1) {
    const answer: { elders: FoundElder[]; next: string | null } = await call('people.find', {
      stationId,
      text,
      ...(next !== null && { after: next }),
    })
    elders.push(...answer.elders)
    next = answer.next
    if (next === null) break
  }
  return { elders, isMore: next !== null }
}
