import type { Reply } from '../../../../types/contract'
import type { LikelyPair, SideBySide } from '../../../../types/people/likenesses'
import { LUNCH } from '../../../domain/builders'
import { accepted, type TestCloud } from '../../a-cloud'
import { PAIR } from '../../registered-twice'

interface Alike {
  pairs: LikelyPair[]
  next: string | null
  waiting: number
  lately: LikelyPair[]
}

/** What is called about registrations that are alike, against one cloud. */
export function callsAbout(cloud: TestCloud) {
  const call = (openid: string, name: `people.${string}`, input: object = {}): Promise<Reply<never>> =>
    cloud.as(openid).call(name, input)
  const meal = (own: object = {}) => ({
    ...{ sittingId: LUNCH, elderId: 'e-again', mode: 'dineIn', setId: 'fish' },
    ...own,
  })
  return {
    call,
    alike: async (openid = 'o-clerk', input: object = {}) =>
      accepted<Alike>(await call(openid, 'people.alike', input)),
    sides: async (pairId = PAIR, openid = 'o-clerk') =>
      accepted<SideBySide>(await call(openid, 'people.sideBySide', { pairId })),
    join: (own: object = {}, openid = 'o-clerk') =>
      call(openid, 'people.join', { pairId: PAIR, staysId: 'e-wang', ...own }),
    undo: (own: object = {}, openid = 'o-clerk') => call(openid, 'people.undoJoin', { pairId: PAIR, ...own }),
    book: (openid: string, own: object = {}) => cloud.as(openid).call('meals.book', meal(own)),
    bookFor: (own: object = {}, openid = 'o-clerk') =>
      cloud.as(openid).call('meals.bookFor', { ...meal(own), channel: 'phone' }),
  }
}
