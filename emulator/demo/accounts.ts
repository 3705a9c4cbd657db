import { newAccount, withRelation } from '../../cloudfunctions/_domain/people/circle/circle'
import { summaryOf } from '../../cloudfunctions/_domain/people/elders/summary'
import type { AccountRecord, ElderRecord } from '../../cloudfunctions/_domain/people/records'
import { withMembership } from '../../cloudfunctions/_domain/people/staff/staffing'
import staffing from '../../cloudfunctions/_policies/staffing.json'
import written from './accounts.json'
import district from './district.json'
import { named } from './documents'
import { lastDay, membershipOf, type WrittenMembership } from './memberships'
import { circleConsent, relationOf, type WrittenRelation } from './relations'

/** An account as `accounts.json` has it. */
interface WrittenAccount {
  id: string
  name: string
  /** The elder who she is; null for everybody else. */
  elderId: string | null
  relations: WrittenRelation[]
  memberships: WrittenMembership[]
  place: AccountRecord['place']
}

// JSON knows no literals: every value is text to the compiler. records.ts reads each record with its schema.
const accounts = written as WrittenAccount[]

/** The accounts, and the records that they sum up: who may act for which elder, who holds which role. */
export function demoAccounts(elders: readonly ElderRecord[]) {
  const known = accounts.map((one) => accountWith(one, elders))
  return {
    accounts: known.map(({ account }) => account),
    relations: known.flatMap(({ relations }) => relations),
    memberships: known.flatMap(({ memberships }) => memberships),
    consents: known.flatMap(({ consents }) => consents),
  }
}

function accountWith(one: WrittenAccount, elders: readonly ElderRecord[]) {
  const relations = one.relations.map((relation) =>
    relationOf(named(elders, relation.elderId), one, relation),
  )
  const consents = one.relations.flatMap((relation) =>
    circleConsent(named(elders, relation.elderId), one, relation),
  )
  const memberships = one.memberships.map((held) => membershipOf(one, held, accounts))
  let account: AccountRecord = {
    ...newAccount(one.id, one.name, { district: district.id, invented: true }),
    self: one.elderId === null ? null : summaryOf(named(elders, one.elderId)),
    place: one.place,
  }
  for (const relation of relations) account = withRelation(account, relation, named(elders, relation.elderId))
  for (const held of memberships) account = withMembership(account, held, { on: lastDay(held), staffing })
  return { account, relations, memberships, consents }
}
