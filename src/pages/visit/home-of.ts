import type { Home } from '#types/people'
import { cloudNow } from '@/services/clock'
import { call } from '@/services/cloud'
import { useLoaded } from '@/services/use-loaded'

type Contact = Home['contact']

/** Whom to ring about an elder changes when her station opens or closes: it is not asked with every look at a visit. */
const freshFor = 5 * 60_000

const asked = new Map<string, { contact: Contact; at: number }>()

async function contactFor(elderId: string): Promise<Contact> {
  const known = asked.get(elderId)
  const now = Date.parse(cloudNow())
  if (known && now - known.at < freshFor) return known.contact
  const { contact } = await call('people.home', { elderId })
  asked.set(elderId, { contact, at: now })
  return contact
}

/** The person whom one can ring about an elder now; null while that is not known. */
export function useContact(elderId: string): Contact {
  const contact = useLoaded(`contact ${elderId}`, () => contactFor(elderId))
  return contact.state === 'ready' ? contact.data : null
}
