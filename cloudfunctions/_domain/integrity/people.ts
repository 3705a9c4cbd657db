import { membershipId, relationId } from '#types/ids'
import { isActive } from '../people/privacy/consents'
import type { AccountRecord, ElderRecord, ElderSummary } from '../people/records'
import { byIds, isBehind, type Judge } from './rule'

/** What somebody is to an elder is said alike in their relation, in her circle and on their account. */
export const relationDiffers: Judge<'relations'> = {
  rule: 'relationDiffers',
  of: 'relations',
  wants: ({ elderId, openid }) => [byIds('elders', [elderId]), byIds('accounts', [openid])],
  isBroken({ elderId, openid, state, scopes }, known) {
    const elder = known.find('elders', elderId)
    if (!elder) return true
    if (isBehind(elder)) return false
    if (elder.circle.includes(openid) !== (state === 'granted')) return true
    const kept = known.find('accounts', openid)?.relations.find((one) => one.elderId === elderId)
    if (!kept) return state === 'granted' || state === 'asked'
    return kept.state !== state || (state === 'granted' && !isSameSet(kept.scopes, scopes))
  },
}

/** What an account may do for whom, and where its owner works, stands in records of its own. */
export const accountDiffers: Judge<'accounts'> = {
  rule: 'accountDiffers',
  of: 'accounts',
  wants: ({ id, relations, memberships }, { personOf }) => [
    byIds('elders', relations.map(elderIdOf)),
    byIds(
      'relations',
      relations.map(elderIdOf).map((elderId) => relationId(elderId, personOf(id))),
    ),
    byIds(
      'memberships',
      memberships.map(({ orgId, role }) => membershipId(orgId, role, personOf(id))),
    ),
  ],
  isBroken({ id, relations, memberships }, known, { personOf }) {
    const person = personOf(id)
    const isOfNoRelation = relations.some(({ elderId, state }) => {
      const elder = known.find('elders', elderId)
      const isOver = state === 'revoked' || state === 'declined' || (elder !== null && isBehind(elder))
      return !isOver && known.find('relations', relationId(elderId, person))?.state !== state
    })
    const isOfNoMembership = memberships.some(
      ({ orgId, role, state }) =>
        known.find('memberships', membershipId(orgId, role, person))?.state !== state,
    )
    return isOfNoRelation || isOfNoMembership
  },
}

/** Whoever holds a role has it on their account, and nobody whose role has ended. */
export const membershipDiffers: Judge<'memberships'> = {
  rule: 'membershipDiffers',
  of: 'memberships',
  wants: ({ openid }) => [byIds('accounts', [openid])],
  isBroken({ openid, orgId, role, state }, known) {
    const held = known
      .find('accounts', openid)
      ?.memberships.find((one) => one.orgId === orgId && one.role === role)
    return state === 'ended' ? held !== undefined : held?.state !== state
  },
}

/** What accounts keep of an elder, so that one read answers, is what her own record says. */
export const summaryDiffers: Judge<'accounts'> = {
  rule: 'summaryDiffers',
  of: 'accounts',
  wants: (account) => [byIds('elders', kept(account).map(elderIdOf))],
  isBroken: (account, known) =>
    kept(account).some((summary) => {
      const elder = known.find('elders', summary.elderId)
      if (!elder) return true
      if (isBehind(elder)) return false
      const { name, stationId, diedOn } = summary
      return name !== elder.name || stationId !== elder.stationId || diedOn !== elder.diedOn
    }),
}

const elderIdOf = ({ elderId }: Pick<ElderSummary, 'elderId'>): string => elderId

/** Whom an account knows in full: its owner, and those who let them in. */
const kept = ({ self, relations }: AccountRecord): ElderSummary[] => [
  ...(self ? [self] : []),
  ...relations.filter(({ state }) => state === 'granted'),
]

/** An elder's own phone is that of her record, and her record that of the phone, or the one to which hers was joined. */
export const ownPhoneDiffers: Judge<'elders'> = {
  rule: 'ownPhoneDiffers',
  of: 'elders',
  wants: ({ openid }) => [byIds('accounts', [openid])],
  isBroken({ id, openid, joinedTo }, known) {
    if (openid === null) return false
    const self = known.find('accounts', openid)?.self?.elderId
    return self !== id && (joinedTo === undefined || self !== joinedTo)
  },
}

/** An account is an elder's own only where she says so. */
export const selfDiffers: Judge<'accounts'> = {
  rule: 'selfDiffers',
  of: 'accounts',
  wants: ({ self }) => [byIds('elders', [self?.elderId ?? null])],
  isBroken: ({ id, self }, known) => self !== null && known.find('elders', self.elderId)?.openid !== id,
}

/** Her card and her id number lead to her; a number that is not proved to be hers leads to somebody. */
export const elderNotFound: Judge<'elders'> = {
  rule: 'elderNotFound',
  of: 'elders',
  wants: ({ code, idNumber }) => [byIds('cards', [code]), byIds('identities', [idNumber?.digest ?? null])],
  isBroken({ id, state, code, idNumber, isIdPending }, known) {
    if (state === 'erased') return false
    if (known.find('cards', code)?.elderId !== id) return true
    if (idNumber === null) return false
    const identity = known.find('identities', idNumber.digest)
    return isIdPending ? identity === null : identity?.elderId !== id
  },
}

/** A card leads to an elder whose card it is, or to nobody. */
export const cardDiffers: Judge<'cards'> = {
  rule: 'cardDiffers',
  of: 'cards',
  wants: ({ elderId }) => [byIds('elders', [elderId])],
  isBroken: ({ id, elderId }, known) => elderId !== null && known.find('elders', elderId)?.code !== id,
}

/** An id number leads to an elder whose number it is, or to nobody while several claim it; whoever claims it has it. */
export const identityDiffers: Judge<'identities'> = {
  rule: 'identityDiffers',
  of: 'identities',
  wants: ({ elderId, claims = [] }) => [byIds('elders', [elderId, ...claims.map(elderIdOf)])],
  isBroken: ({ id, elderId, claims = [] }, known) =>
    [...claims.map(elderIdOf), ...(elderId === null ? [] : [elderId])].some(
      (one) => known.find('elders', one)?.idNumber?.digest !== id,
    ),
}

/** A registration that was joined to another points to one that knows of it and points nowhere; and nobody else knows of any. */
export const joinedDiffers: Judge<'elders'> = {
  rule: 'joinedDiffers',
  of: 'elders',
  wants: ({ joinedTo, joined = [] }) => [byIds('elders', [joinedTo ?? null, ...joined])],
  isBroken({ id, joinedTo, joined = [] }, known) {
    if (joined.some((one) => known.find('elders', one)?.joinedTo !== id)) return true
    if (joinedTo === undefined) return false
    const stays = known.find('elders', joinedTo)
    return !stays?.joined?.includes(id) || stays.joinedTo !== undefined || joined.length > 0
  },
}

/** Whoever uses the service has agreed to it, and nothing is kept for a use to which she has not. */
export const consentDiffers: Judge<'elders'> = {
  rule: 'consentDiffers',
  of: 'elders',
  wants: () => [],
  isBroken(elder) {
    const { consents, ability, diet, allergies, categories } = elder
    if (isActive(elder) !== (consents.service !== null)) return true
    const isOfHealth = ability !== null || diet.length > 0 || allergies.length > 0
    return (consents.health === null && isOfHealth) || (consents.category === null && categories.length > 0)
  },
}

/** What is sealed can be opened. */
export const sealedUnreadable: Judge<'elders'> = {
  rule: 'sealedUnreadable',
  of: 'elders',
  wants: () => [],
  isBroken: (elder: ElderRecord, _, { opens }) => !opens(elder),
}

/** An application that her record says was sent back was. */
export const returnedDiffers: Judge<'elders'> = {
  rule: 'returnedDiffers',
  of: 'elders',
  wants: ({ returned = [] }) => [
    byIds(
      'applications',
      returned.map(({ id }) => id),
    ),
  ],
  isBroken: (elder, known) =>
    !isBehind(elder) &&
    (elder.returned ?? []).some(({ id }) => known.find('applications', id)?.state !== 'returned'),
}

/** What waits on a home page to be read is a message for that person which did not reach them. */
export const noticeDiffers: Judge<'accounts'> = {
  rule: 'noticeDiffers',
  of: 'accounts',
  wants: ({ notices }) => [
    byIds(
      'messages',
      notices.map(({ id }) => id),
    ),
  ],
  isBroken: ({ id: openid, notices }, known) =>
    notices.some(({ id, kind, ref }) => {
      const message = known.find('messages', id) // messages are kept less long than what waits to be read
      if (!message) return false
      const mine = message.to.find((one) => one.openid === openid)
      const isUntold = mine !== undefined && mine.state !== 'sent' && mine.state !== 'gone'
      return !isUntold || message.kind !== kind || message.ref !== ref
    }),
}

const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one))
