import type { AccountRecord } from '../people/records'
import { isOf } from './holdings'

/**
 * What is asked, for the elder for whom it counts: where a registration was joined to another and the account acts for that one, that
 * one; else as it was asked. A look at the account is enough; whoever acts at work names the elder whom the handler reads.
 */
export function inPlace<T extends object>(account: AccountRecord, input: T): T {
  const { elderId } = input as { elderId?: unknown }
  if (typeof elderId !== 'string') return input
  const granted = account.relations.filter(({ state }) => state === 'granted')
  const held = account.self ? [account.self, ...granted] : granted
  const named = held.find((one) => one.elderId === elderId)
  const stays = held.find((one) => (named ? one.elderId === named.joinedTo : isOf(one, elderId)))
  return stays ? { ...input, elderId: stays.elderId } : input
}
