import { overseen } from '../_domain/access/holdings'
import type { AccountRecord } from '../_domain/people/records'
import { command } from './cloud'

/** Conditions on records of the districts that an account supervises and the towns that it coordinates; never none. */
export function oversees(account: AccountRecord): object[] {
  const { districts, townIds } = overseen(account)
  return [
    ...(districts.length > 0 ? [{ district: command.in(districts) }] : []),
    ...(townIds.length > 0 || districts.length === 0 ? [{ townId: command.in(townIds) }] : []),
  ]
}
