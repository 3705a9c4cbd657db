import type { ActFor, Me } from '#types/people'
import { keep, kept } from '@/platform/storage'
import { setCloudNow } from './clock'
import { CallError, call } from './cloud'
import { createStore, useStore } from './store'
import { type Loaded, useLoaded } from './use-loaded'

/** Who is holding the phone, and for whom they act at the moment. */
export interface Person {
  me: Me
  /** The elder acted for: the one chosen, else oneself, else the first; null when there is none. */
  elder: ActFor | null
}

const freshFor = 5 * 60_000

const known = createStore<{ me: Me; at: number } | null>(null)
const chosen = createStore<string | null>(null)

/** Another action brought news of who I am. */
export function rememberMe(me: Me): void {
  setCloudNow(me.now)
  known.set({ me, at: Date.now() })
}

/** What the caller has just changed of themselves. */
export function updateMe(changed: Partial<Me>): void {
  const last = known.get()
  if (last) known.set({ ...last, me: { ...last.me, ...changed } })
}

/** Reads anew who the caller is, where an elder's own record has changed; what is known stays where that fails. */
export async function refreshMe(): Promise<void> {
  const me = await whoAmI().catch(() => null)
  if (me) rememberMe(me)
}

/** Whether the caller is known to act for nobody; false while it is not known who calls. */
export function actsForNobody(): boolean {
  return known.get()?.me.elders.length === 0
}

/** How many alarms the home page showed last. */
const alarming = createStore(0)

export const rememberAlarms = (count: number): void => alarming.set(count)

/** How many things wait on the home page for whoever holds the phone: what could not be sent, and what calls for somebody. */
export function useWaiting(): number {
  const notices = useStore(known)?.me.notices.length ?? 0
  return notices + useStore(alarming)
}

/** Acts for another elder from now on, also tomorrow. */
export function actFor(elderId: string): void {
  keep('elder', elderId)
  chosen.set(elderId)
}

/** Whom the home page should ask about; undefined: let the cloud choose. */
export function useChosenElderId(): string | undefined {
  return useStore(chosen) ?? kept('elder') ?? undefined
}

/** The elder of whom a record is, under whichever registration of hers it stands. */
export const whoseRecord = (elders: readonly ActFor[], elderId: string | null): ActFor | undefined =>
  elders.find(({ id, joined = [] }) => id === elderId || (elderId !== null && joined.includes(elderId)))

function elderOf(me: Me, elderId: string | null | undefined): ActFor | null {
  const named = me.elders.find((elder) => elder.id === elderId)
  return named ?? me.elders.find((elder) => elder.relation === 'self') ?? me.elders[0] ?? null
}

/** Roles are read from the cloud at most every five minutes; whoever lost one is refused by the cloud in any case. */
async function fetchMe(): Promise<Me> {
  const last = known.get()
  if (last && Date.now() - last.at < freshFor) return last.me
  const me = await whoAmI()
  rememberMe(me)
  return me
}

async function whoAmI(): Promise<Me> {
  try {
    return await call('people.me', {})
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== 'NOT_SIGNED_IN') throw error
    return (await call('people.home', {})).me // browsing needs no login, but the day of today
  }
}

/** Who is holding the phone. A page that was opened for one elder names her in `elderId`. */
export function usePerson(elderId?: string): Loaded<Person> {
  const chosenId = useChosenElderId()
  const remembered = useStore(known)
  const me = useLoaded('me', fetchMe)
  const current = remembered?.me ?? (me.state === 'ready' ? me.data : null)
  if (!current) return me.state === 'failed' ? me : { state: 'loading', reload: me.reload }
  return {
    state: 'ready',
    data: { me: current, elder: elderOf(current, elderId ?? chosenId) },
    trouble: null,
    reload: me.reload,
    put: (person) => rememberMe(person.me),
  }
}
