import type { Me } from '#types/people'
import { call } from '@/services/cloud'
import { rememberMe } from '@/services/person'

/** Asks who I am once more, after something that changed it; null where there was no answer, since it shows later anyway. */
export async function freshMe(): Promise<Me | null> {
  try {
    const me = await call('people.me', {})
    rememberMe(me)
    return me
  } catch {
    return null
  }
}
