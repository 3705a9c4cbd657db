import {
  judgedCollections,
  type Mismatch,
  mismatchesOf,
} from '../../cloudfunctions/_domain/integrity/judging'
import { knownFrom, type Records } from '../../cloudfunctions/_domain/integrity/known'
import { personOf } from '../../cloudfunctions/_shell/secrets'
import type { Image } from '../../emulator/engine/image'
import { localDate } from '../../types/days'
import type { TestCloud } from './a-cloud'

/** Everything in some collections that breaks a rule, as the nightly check would find it had it all calls and all time. */
export function mismatchesIn(records: Records, now: Date): string[] {
  const about = { known: knownFrom(records), today: localDate(now), now, personOf, opens: () => true }
  return judgedCollections.flatMap((name) =>
    mismatchesOf(name, records[name] ?? [], about).map((one: Mismatch) => `${one.rule} ${one.id}`),
  )
}

/** Documents as the database keeps them, by collection. */
export const recordsOf = (documents: Readonly<Record<string, readonly { _id: string }[]>>): Records =>
  Object.fromEntries(
    Object.entries(documents).map(([name, all]) => [
      name,
      all.map(({ _id, ...record }) => ({ ...record, id: _id })),
    ]),
  )

/** The documents of an image of the database. */
const recordsIn = (image: Image): Records =>
  recordsOf(
    Object.fromEntries(
      [...image].map(([name, documents]) => [
        name,
        [...documents.values()].map(({ text }) => JSON.parse(text)),
      ]),
    ),
  )

/** What a cloud broke when it was filled, so that the same stock is judged once. */
const filled = new WeakMap<Image, readonly string[]>()

/** Nothing that is stored breaks a rule which it did not break when the cloud was filled. */
export function expectIntegrity(cloud: Pick<TestCloud, 'emulator' | 'restocked'>): void {
  const now = cloud.emulator.clock.now()
  const stock = cloud.restocked()
  const before = filled.get(stock) ?? mismatchesIn(recordsIn(stock), now)
  filled.set(stock, before)
  const after = mismatchesIn(recordsIn(cloud.emulator.engine.image()), now)
  expect(after.filter((one) => !before.includes(one))).toEqual([])
}
