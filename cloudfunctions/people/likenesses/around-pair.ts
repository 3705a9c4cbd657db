import { AppError } from '#types/errors'
import type { RelationRecord } from '../../_domain/people/circle/records'
import type { Pair } from '../../_domain/people/likenesses/joining'
import type { AccountRecord } from '../../_domain/people/records'
import { command, select } from '../../_shell/cloud'
import { peopleTerms } from '../../_shell/policies'
import type { Work } from '../../_shell/transact'

/** More than anybody ever was to one elder. */
const MOST_NEAR = 100

/** Who may act for the one that leaves, or asks to; and what anybody is, or was, to the one that stays. */
export async function relationsOf({
  stays,
  leaves,
}: Pair): Promise<{ kin: RelationRecord[]; known: RelationRecord[] }> {
  const [kin, known] = await Promise.all([
    select('relations', {
      where: { elderId: leaves.id, state: command.in(['granted', 'asked']) },
      limit: MOST_NEAR,
    }),
    select('relations', { where: { elderId: stays.id }, limit: MOST_NEAR }),
  ])
  const most = peopleTerms.mostInCircle
  if (kin.length + stays.circle.length > most) throw new AppError('CIRCLE_FULL', { most })
  return { kin, known }
}

/** Their own accounts, and those of all who may act for either; `also`: others who ask. */
export async function accountsAround(
  work: Work,
  { stays, leaves }: Pair,
  also: readonly string[],
): Promise<AccountRecord[]> {
  const openids = [stays.openid, leaves.openid, ...stays.circle, ...leaves.circle, ...also]
  const accounts: AccountRecord[] = []
  for (const openid of new Set(openids)) {
    const account = openid === null ? null : await work.find('accounts', openid)
    if (account) accounts.push(account)
  }
  return accounts
}
