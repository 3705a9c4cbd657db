import { isUnseen, withRegistered } from '../../_domain/people/elders/seen'
import type { AccountRecord, ElderRecord } from '../../_domain/people/records'
import type { StationRecord } from '../../_domain/stations/records'
import { unseenTerms } from '../../_shell/policies'
import type { Work } from '../../_shell/transact'

/** An account that registers one more elder whom nobody has seen. @throws AppError `NOT_SEEN_YET` (`withRegistered`) */
export async function countRegistered(
  work: Work,
  account: AccountRecord,
  { elderId, station }: { elderId: string; station: StationRecord },
): Promise<AccountRecord> {
  const unseen: ElderRecord[] = []
  for (const id of account.registered ?? []) {
    const elder = await work.find('elders', id)
    if (elder && isUnseen(elder)) unseen.push(elder)
  }
  return withRegistered(account, elderId, { unseen, most: unseenTerms.mostRegistered, station })
}
