import { politeName } from '#types/names'
import { isActive } from '../privacy/consents'
import type { AccountRecord, ElderRecord, ElderSummary } from '../records'
import { hasUnknownPlace } from './place'
import { isUnseen } from './seen'

/** What accounts keep of an elder. */
export function summaryOf(elder: ElderRecord): ElderSummary {
  const { id, name, place, sex, stationId, diedOn, returned = [], joinedTo, joined, phoneLentUntil } = elder
  const isPlaceUnknown = hasUnknownPlace(elder)
  const called = { name, politeName: politeName(name, sex) }
  const sought = isActive(elder) ? returned : [] // nobody can send anything for her while she uses the service no more
  const where = { place, isPlaceUnknown, stationId }
  const pointers = {
    ...(joinedTo && { joinedTo }),
    ...(joined && { joined }),
    ...(phoneLentUntil && { phoneLentUntil }),
  }
  return {
    elderId: id,
    ...called,
    ...where,
    isUnseen: isUnseen(elder),
    diedOn,
    returned: sought,
    ...pointers,
  }
}

/** An account with what it keeps of this elder brought up to date. */
export function withSummary(account: AccountRecord, elder: ElderRecord): AccountRecord {
  const summary = summaryOf(elder)
  const isHers = account.self?.elderId === elder.id
  return {
    ...account,
    ...(isHers && { self: summary }),
    // Under another name its owner is known to those for whom they act: that one is not hers.
    ...(isHers && account.name === account.self?.name && { name: elder.name }),
    relations: account.relations.map((one) =>
      one.elderId === elder.id ? { ...withoutPointers(one), ...summary } : one,
    ),
  }
}

/** What is kept of an elder apart from what it was joined to: a summary that does not name it takes it away. */
const withoutPointers = <T extends ElderSummary>({
  joinedTo: _,
  joined: __,
  phoneLentUntil: ___,
  ...kept
}: T) => kept

/** An account that is the elder's own now. Whoever was let in somewhere under a name acts there under that one still. */
export const ownAccount = (account: AccountRecord, elder: ElderRecord): AccountRecord => ({
  ...account,
  name: (account.relations.length > 0 && account.name) || elder.name,
  self: summaryOf(elder),
})

/** What remains of the name of an account that is an elder's no more: the one under which its owner acts for others or works here. */
export function nameWithoutSelf({ name, relations, memberships }: AccountRecord): string {
  if (relations.length > 0) return name
  return memberships[0]?.name ?? ''
}
