import { newAccount, withRelation } from '../../cloudfunctions/_domain/people/circle/circle'
import { summaryOf } from '../../cloudfunctions/_domain/people/elders/summary'
import type { AccountRecord, ElderRecord } from '../../cloudfunctions/_domain/people/records'
import { withMembership } from '../../cloudfunctions/_domain/people/staff/staffing'
import staffing from '../../cloudfunctions/_policies/staffing.json'
import { named } from './documents'
import { lastDay, membershipOf } from './memberships'
import { circleConsent, relationOf } from './relations'
import type { District, WrittenAccount } from './shapes'

/** The accounts, and the records that they sum up: who may act for which elder, who holds which role. */
export function accountRecords(written: District, elders: readonly ElderRecord[]) {
  const known = written.accounts.map((one) => accountWith(written, one, elders))
  return {
    accounts: known.map(({ account }) => account),
    relations: known.flatMap(({ relations }) => relations),
    memberships: known.flatMap(({ memberships }) => memberships),
    consents: known.flatMap(({ consents }) => consents),
  }
}

function accountWith(written: District, one: WrittenAccount, elders: readonly ElderRecord[]) {
  const { id: district, invented } = written.district
  const relations = one.relations.map((relation) =>
    relationOf(named(elders, relation.elderId), one, relation),
  )
  const consents = one.relations.flatMap((relation) =>
    circleConsent(written, named(elders, relation.elderId), one, relation),
  )
  const memberships = one.memberships.map((held) => membershipOf(written, one, held))
  let account: AccountRecord = {
    ...newAccount(one.id, one.name, { district, invented }),
    self: one.elderId === null ? null : summaryOf(named(elders, one.elderId)),
    place: one.place,
  }
  for (const relation of relations) account = withRelation(account, relation, named(elders, relation.elderId))
  for (const held of memberships) account = withMembership(account, held, { on: lastDay(held), staffing })
  return { account, relations, memberships, consents }
}
