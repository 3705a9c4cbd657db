import { relationId } from '#types/ids'
import { askRelation, moveRelation, withAsk, withoutRelation, withRelation } from '../circle/circle'
import type { RelationRecord } from '../circle/records'
import { ownAccount, withSummary } from '../elders/summary'
import type { AccountRecord, ElderRecord } from '../records'
import { type LikenessTerms, type Pair, phoneAfter, undoableUntil } from './joining'

/** Everybody around two elders. */
interface Around {
  /** Their own accounts, and those of all who may act for either or ask to. */
  accounts: readonly AccountRecord[]
  /** Who may act for the one that leaves, or asks to. */
  kin: readonly RelationRecord[]
  /** What anybody is, or was, to the one that stays. */
  known: readonly RelationRecord[]
  now: Date
  terms: LikenessTerms
}

/** What is written of them. */
interface Circles {
  stays: ElderRecord
  accounts: AccountRecord[]
  relations: RelationRecord[]
  /** Ids of the relations that ask the one that stays since. */
  asks: string[]
  /** The phone that became hers; null: none did. */
  phone: string | null
}

/**
 * Who stands around two elders once they are joined. The relatives of the one that leaves ask the one that stays, who decides;
 * whom she has answered once is not asked about again. The phone of the one that leaves is hers, where she has none and nobody acts
 * for her with it; as long as the joining can be taken back it is lent to her.
 */
export function joinCircles({ stays, leaves }: Pair, { accounts, kin, known, now, terms }: Around): Circles {
  const all = accountsById(accounts)
  const theirs = leaves.openid === null ? undefined : all.get(leaves.openid)
  const phone = phoneAfter({ stays, leaves }, theirs) === 'lent' ? leaves.openid : null
  const elder = phone === null ? stays : withLentPhone(stays, phone, undoableUntil(now.toISOString(), terms))
  for (const { id } of accounts) all.change(id, (one) => withSummary(withSummary(one, elder), leaves))
  if (phone !== null) all.change(phone, (one) => ownAccount(one, elder))

  const relations: RelationRecord[] = []
  const asks: string[] = []
  for (const relation of kin) {
    const { openid, name, state, relation: kind, scopes } = relation
    if (state === 'asked') {
      relations.push(moveRelation(relation, 'decline'))
      all.change(openid, (one) => withoutRelation(one, leaves.id))
    }
    const id = relationId(elder.id, personIn(relation))
    if (openid === elder.openid || known.some((one) => one.id === id)) continue
    const asked = askRelation(id, { relation: kind, scopes, words: null }, { elder, openid, name, now })
    relations.push(asked)
    asks.push(id)
    all.change(openid, (one) => withRelation(one, asked, elder))
    if (elder.openid !== null) all.change(elder.openid, (one) => withAsk(one, asked))
  }
  return { stays: elder, accounts: all.changed(), relations, asks, phone }
}

const withLentPhone = (stays: ElderRecord, openid: string, phoneLentUntil: string): ElderRecord => ({
  ...stays,
  openid,
  phoneLentUntil,
})

/**
 * The same once they are parted: who asked only because of it asks no more, and the phone is whose it was. A phone that a clerk has made
 * hers since stays hers: then the one that left has none. One that another registration has lent stays lent.
 */
export function partCircles(
  { stays, leaves }: Pair,
  {
    accounts,
    asks,
    phone,
  }: { accounts: readonly AccountRecord[]; asks: readonly RelationRecord[]; phone: string | null },
): Pair & { accounts: AccountRecord[] } {
  const all = accountsById(accounts)
  const elder = withoutLentPhone(stays, phone)
  const isBack = phone !== null && (elder.openid !== stays.openid || all.get(phone)?.self === null)
  const other = phone === null || isBack ? leaves : { ...leaves, openid: null }
  if (isBack) all.change(phone, (one) => ({ ...ownAccount(one, leaves), asks: [] }))
  for (const { id } of accounts) all.change(id, (one) => withSummary(withSummary(one, elder), other))
  for (const { id, openid } of asks) {
    all.change(openid, (one) => withoutRelation(one, elder.id))
    if (elder.openid !== null)
      all.change(elder.openid, (one) => ({
        ...one,
        asks: one.asks.filter(({ memberId }) => memberId !== id),
      }))
  }
  return { stays: elder, leaves: other, accounts: all.changed() }
}

/** The one that stayed with the phone that is hers without the other one, which had lent her `phone`. */
function withoutLentPhone(stays: ElderRecord, phone: string | null): ElderRecord {
  const { phoneLentUntil, ...hers } = stays
  if (phoneLentUntil === undefined) return stays
  if (stays.openid === phone) return { ...hers, openid: null }
  return stays.joined === undefined ? hers : stays
}

/** Whose relation it is, as its natural id says. */
const personIn = ({ id, elderId }: RelationRecord): string => id.slice(elderId.length + 1)

/** Accounts, each changed step by step and written once. */
function accountsById(accounts: readonly AccountRecord[]) {
  const now = new Map(accounts.map((one) => [one.id, one]))
  return {
    get: (id: string) => now.get(id),
    change(id: string, to: (account: AccountRecord) => AccountRecord) {
      const account = now.get(id)
      if (account) now.set(id, to(account))
    },
    changed: () => [...now.values()].filter((one) => !accounts.includes(one)),
  }
}
