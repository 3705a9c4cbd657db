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

/** Does something while a call of somebody's has read everything and is about to write; the reply to that call. */
export async function meanwhile<T>(
  { emulator: { gateway, runnerParts } }: TestCloud,
  { openid, ask }: { openid: string; ask(): Promise<T> },
  other: () => Promise<unknown>,
): Promise<T> {
  let arrive = () => {}
  let release = () => {}
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  gateway.setGate(async ({ action, token = '' }) => {
    const isWrite = action === 'database.modifyDocument' || action === 'database.insertDocument'
    if (!isWrite || runnerParts.invocations.callerOf(token)?.openid !== openid) return
    arrive()
    await released
  })
  const asked = ask()
  await arrived
  await other()
  release()
  const reply = await asked
  gateway.setGate(undefined)
  return reply
}
