import { isDeepStrictEqual } from 'node:util'
import { withRelation } from '../../cloudfunctions/_domain/people/circle/circle'
import type { RelationRecord } from '../../cloudfunctions/_domain/people/circle/records'
import { summaryOf } from '../../cloudfunctions/_domain/people/elders/summary'
import type { AccountRecord } from '../../cloudfunctions/_domain/people/records'
import type { MembershipRecord } from '../../cloudfunctions/_domain/people/staff/records'
import { missingCertificates, withMembership } from '../../cloudfunctions/_domain/people/staff/staffing'
import staffing from '../../cloudfunctions/_policies/staffing.json'
import { personOf } from '../../cloudfunctions/_shell/secrets'
import { membershipId, relationId } from '../../types/ids'
import { lastDay } from '../district/memberships'
import type { Records } from './records'

/** What is wrong between the accounts and what they sum up: elders, relations and circles, memberships. */
export function accountFaults(records: Records): string[] {
  return [
    ...records.accounts.flatMap((account) => summaryFaults(account, records)),
    ...records.relations.flatMap((relation) => relationFaults(relation, records)),
    ...records.elders.flatMap((elder) => circleFaults(elder, records)),
    ...records.memberships.flatMap((membership) => membershipFaults(membership, records)),
  ]
}

/** What an account says without a record behind it. */
function summaryFaults({ id, self, asks, relations, memberships }: AccountRecord, known: Records): string[] {
  const elder = known.elders.find((one) => one.id === self?.elderId)
  const isHers = self === null || (elder?.openid === id && isDeepStrictEqual(self, summaryOf(elder)))
  return [
    ...(isHers ? [] : [`${id} is the phone of ${self?.elderId}, who says otherwise.`]),
    ...relations
      .filter(({ elderId }) => !known.relations.some((one) => one.openid === id && one.elderId === elderId))
      .map(({ elderId }) => `${id} is something to ${elderId} without a relation.`),
    ...memberships
      .filter(
        ({ orgId, role }) =>
          !known.memberships.some((one) => one.openid === id && one.orgId === orgId && one.role === role),
      )
      .map(({ orgId, role }) => `${id} is ${role} of ${orgId} without a membership.`),
    ...asks
      .filter(({ memberId }) => !known.relations.some((one) => one.id === memberId && one.state === 'asked'))
      .map(({ memberId }) => `${id} is asked by ${memberId}, who asks nothing.`),
  ]
}

function relationFaults(relation: RelationRecord, { accounts, elders, consents }: Records): string[] {
  const { id, elderId, openid, state } = relation
  const account = accounts.find((one) => one.id === openid)
  const elder = elders.find((one) => one.id === elderId)
  if (!account || !elder) return [`relations/${id} is between people of whom one is not there.`]

  const { stationId, name: elderName, building } = elder
  const copied = { stationId, elderName, building, asksElder: elder.openid !== null, name: account.name }
  const said = account.relations.find((one) => one.elderId === elderId)
  const expected = withRelation(account, relation, elder).relations.at(-1)
  const isLetIn = state === 'granted'
  const isWritten = consents.some(
    ({ elderId: hers, about }) =>
      hers === elderId && about === `${account.name}:${relation.scopes.join(',')}`,
  )
  const hers = accounts.find((one) => one.id === elder.openid)
  const isTold = hers?.asks.some(({ memberId }) => memberId === id) ?? false
  const faults: [boolean, string][] = [
    [id !== relationId(elderId, personOf(openid)), 'is not named after elder and person'],
    [!isDeepStrictEqual({ ...relation, ...copied }, relation), 'says of elder or account what they do not'],
    [!isDeepStrictEqual(said, expected), `is not what the account of ${account.name} says`],
    [isLetIn !== elder.circle.includes(openid), 'and the circle of the elder do not agree'],
    [isLetIn !== (relation.granted !== null), 'and how it was granted do not agree'],
    [isLetIn && !isWritten, 'was granted, and nothing is written down of it'],
    [isLetIn && relation.relation === 'guardian' && !relation.evidence, 'lacks a guardian’s evidence'],
    [state === 'asked' && hers !== undefined && !isTold, 'is an ask of which the elder is not told'],
  ]
  return sentences(`relations/${id}`, faults)
}

function circleFaults({ id, circle, openid }: Records['elders'][number], known: Records): string[] {
  const own = known.accounts.find((one) => one.id === openid)
  return sentences(id, [
    [new Set(circle).size < circle.length, 'has somebody in her circle twice'],
    [openid !== null && own?.self?.elderId !== id, 'has a phone that is not hers'],
    ...circle.map((member): [boolean, string] => [
      !known.relations.some((one) => one.elderId === id && one.openid === member && one.state === 'granted'),
      `has ${member} in her circle without a relation`,
    ]),
  ])
}

function membershipFaults(membership: MembershipRecord, { accounts, ...known }: Records): string[] {
  const { id, orgId, orgName, role, openid, name, state } = membership
  const account = accounts.find((one) => one.id === openid)
  if (!account) return [`memberships/${id} is of nobody.`]

  const said = account.memberships.find((one) => one.orgId === orgId && one.role === role)
  const expected = withMembership(account, membership, { on: lastDay(membership), staffing }).memberships.at(
    -1,
  )
  const { districts, stations, kitchens } = known
  const orgs = [...districts, ...districts.flatMap(({ towns }) => towns), ...stations, ...kitchens]
  const faults: [boolean, string][] = [
    [id !== membershipId(orgId, role, personOf(openid)), 'is not named after organisation, role and person'],
    [!isDeepStrictEqual(said, expected), `is not what the account of ${account.name} says`],
    [name !== account.name, `is of ${name}, whose account has another name`],
    [!orgs.some((org) => org.id === orgId && org.name === orgName), 'is in an organisation of another name'],
    [
      state === 'assignable' && missingCertificates(membership, lastDay(membership), staffing).length > 0,
      'counts without the papers that it needs',
    ],
  ]
  return sentences(`memberships/${id}`, faults)
}

/** What is wrong with one record, a sentence each. */
export const sentences = (whose: string, faults: [boolean, string][]): string[] =>
  faults.filter(([isFault]) => isFault).map(([, fault]) => `${whose} ${fault}.`)
