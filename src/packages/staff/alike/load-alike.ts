import type { LikelyPair } from '#types/people/likenesses'
import { call, type ReplyFrom } from '@/services/cloud'
import { everyPage } from '@/services/every-page'

type Alike = Omit<ReplyFrom<'people.alike'>, 'next'>

/** Every pair of registrations that waits for an answer, those found first first, and those that were joined lately. */
export async function loadAlike(): Promise<Alike> {
  const known: Omit<Alike, 'pairs'> = { waiting: 0, lately: [] }
  const pairs = await everyPage<LikelyPair>(async (after) => {
    const page = await call('people.alike', after === null ? {} : { after })
    if (after === null) Object.assign(known, { waiting: page.waiting, lately: page.lately })
    return { items: page.pairs, next: page.next }
  })
  return { ...known, pairs }
}
