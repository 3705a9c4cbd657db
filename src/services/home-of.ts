import type { Home } from '#types/people'
import { cloudNow } from './clock'
import { call } from './cloud'
import { useLoaded } from './use-loaded'

/** Whom to ring about an elder now, and whether nothing can be asked for her any more. */
type HomeOf = Pick<Home, 'contact' | 'isEnded'>

/** It changes when her station opens or closes, and with a death: it is not asked with every look at a visit. */
const freshFor = 5 * 60_000

const asked = new Map<string, { home: HomeOf; at: number }>()

async function loadHomeOf(elderId: string): Promise<HomeOf> {
  const known = asked.get(elderId)
  const now = Date.parse(cloudNow())
  if (known && now - known.at < freshFor) return known.home
  const home = await call('people.home', { elderId })
  asked.set(elderId, { home, at: now })
  return home
}

/** What a page needs of an elder's home; null while that is not known. */
export function useHomeOf(elderId: string): HomeOf | null {
  const home = useLoaded(`home of ${elderId}`, () => loadHomeOf(elderId))
  return home.state === 'ready' ? home.data : null
}
