import { politeName } from '#types/names'
import type { AccountRecord, ElderRecord, ElderSummary } from '../records'

/** What accounts keep of an elder. */
export function summaryOf(elder: ElderRecord): ElderSummary {
  const { id, name, place, sex } = elder
  return { elderId: id, name, place, politeName: politeName(name, sex) }
}

/** An account with what it keeps of this elder brought up to date. */
export function withSummary(account: AccountRecord, elder: ElderRecord): AccountRecord {
  const summary = summaryOf(elder)
  const isHers = account.self?.elderId === elder.id
  return {
    ...account,
    ...(isHers && { self: summary, name: elder.name }),
    relations: account.relations.map((one) => (one.elderId === elder.id ? { ...one, ...summary } : one)),
  }
}

/** An account that is the elder's own now. */
export const ownAccount = (account: AccountRecord, elder: ElderRecord): AccountRecord => ({
  ...account,
  name: elder.name,
  self: summaryOf(elder),
})
