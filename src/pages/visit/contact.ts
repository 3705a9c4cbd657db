import type { Home } from '#types/people'
import { call } from '@/services/cloud'
import { useLoaded } from '@/services/use-loaded'

type Contact = Home['contact']

/** Whom to ring about an elder changes rarely: asked once while the app is open, not with every look at a visit. */
const asked = new Map<string, Contact>()

async function contactFor(elderId: string): Promise<Contact> {
  const known = asked.get(elderId)
  if (known) return known
  const { contact } = await call('people.home', { elderId })
  asked.set(elderId, contact)
  return contact
}

/** The person of the station nearest to an elder; null while that is not known. */
export function useContact(elderId: string): Contact {
  const contact = useLoaded(`contact ${elderId}`, () => contactFor(elderId))
  return contact.state === 'ready' ? contact.data : null
}
