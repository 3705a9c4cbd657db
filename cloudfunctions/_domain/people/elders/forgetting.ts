import type { Actor } from '#types/actors'
import type { Role } from '#types/contract'
import type { StationRecord } from '../../stations/records'
import { noConsents } from '../privacy/consents'
import type { AccountRecord, ElderRecord } from '../records'
import { homeAt } from './place'
import { nameWithoutSelf } from './summary'

/** What stands in place of the name of somebody whose data are gone. */
export const ERASED = '已注销'

/** No card has it. */
const NO_CARD = '00000000'

/** Everything that tells who she was is gone; the id stays, so that accounts still add up. */
export function eraseElder(erased: ElderRecord, station: StationRecord, by: string): ElderRecord {
  const { lastAskAt, asksOn, seen, isIdPending, unconfirmedSince, refusals, ...elder } = erased
  return {
    ...elder,
    state: 'erased',
    name: ERASED,
    birthDate: `${elder.birthDate.slice(0, 4)}-01-01`,
    idNumber: null,
    phone: null,
    phoneTail: null,
    building: ERASED,
    room: null,
    ...homeAt(null, station),
    hukou: null,
    residentSince: null,
    categories: [],
    notHeld: [],
    askedOn: null,
    formerHomes: [],
    absences: [],
    diedOn: null,
    ability: null,
    diet: [],
    allergies: [],
    contacts: [],
    consents: noConsents,
    verifiedBy: null,
    openid: null,
    circle: [],
    code: NO_CARD,
    erasedBy: by,
    returned: [],
    usesWithdrawn: [],
    readings: [],
  }
}

/** What of a record tells whether the elder whom it is about is gone: her name in it, or her own state. */
interface About {
  elderName?: string
  state?: string
}

/** Words that go with a change, as they are kept: none of an elder whose data are gone, they would stay for years. */
export const wordsOf = <W>({ elderName, state }: About, words: W): W | null =>
  elderName === ERASED || state === 'erased' ? null : words

/** Whoever acted and is gone. */
export const erasedActor = (role: Role): Actor => ({ name: ERASED, role, relation: null, channel: 'app' })

/** What waits to be read on an account, without what is about this elder: whoever is near her no more need not know of it. */
export const noticesWithout = (
  { notices }: Pick<AccountRecord, 'notices'>,
  id: string,
): AccountRecord['notices'] => notices.filter(({ elderId }) => elderId !== id)

/** An account that knows this elder no more, the same when it never did; of her own what `nameWithoutSelf` says remains. */
export function withoutElder(account: AccountRecord, { id }: Pick<ElderRecord, 'id'>): AccountRecord {
  const isHers = account.self?.elderId === id
  if (!isHers && !account.relations.some(({ elderId }) => elderId === id)) return account
  const relations = account.relations.filter(({ elderId }) => elderId !== id)
  const rest = {
    ...account,
    ...(account.registered && { registered: account.registered.filter((elderId) => elderId !== id) }),
    relations,
    notices: noticesWithout(account, id),
  }
  if (!isHers) return rest
  return { ...rest, self: null, asks: [], name: nameWithoutSelf(rest) }
}
