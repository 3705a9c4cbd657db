import { useRef } from 'react'
import { type Loaded, useLoaded } from './use-loaded'

/** What was found so far, and whether there is more. */
interface SoFar<T> {
  items: T[]
  /** How many pages these are. */
  pages: number
  isMore: boolean
}

/** One page, and where the next one begins; null when nothing is left. */
type LoadPage<T> = (after: string | null) => Promise<{ items: readonly T[]; next: string | null }>

/**
 * A list as far as somebody has asked for it, kept fresh as a whole.
 * @param what names the list; another name begins anew with one page
 * @param load null while something it needs is not known yet
 */
export function usePages<T>(
  what: string,
  load: LoadPage<T> | null,
): { found: Loaded<SoFar<T>>; more(): Promise<void> } {
  const wanted = useRef({ what, pages: 1 })
  if (wanted.current.what !== what) wanted.current = { what, pages: 1 }
  const found = useLoaded(what, load && (() => loadPages(load, wanted.current.pages)))
  const more = () => {
    if (found.state === 'ready') wanted.current.pages = found.data.pages + 1
    return found.reload()
  }
  return { found, more }
}

async function loadPages<T>(load: LoadPage<T>, pages: number): Promise<SoFar<T>> {
  const items: T[] = []
  let next: string | null = null
  let page = 0
  do {
    const answer = await load(next)
    items.push(...answer.items)
    next = answer.next
    page += 1
  } while (page < pages && next !== null)
  return { items, pages: page, isMore: next !== null }
}
