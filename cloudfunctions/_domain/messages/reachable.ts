import { accountOn } from '../access/account-on'
import { isAssignable, isLent, memberships, relationTo } from '../access/holdings'
import type { AccountRecord } from '../people/records'

/** Whom and which place it concerns. */
interface Around {
  elderId: string
  stationId: string
  townId: string
  district: string
}

/** Those of these accounts who are near an elder who lives, on no phone that is lent to her, or answer for the place today, by what they are told as. */
export function reachableOf(accounts: readonly AccountRecord[], around: Around, now: Date) {
  const today = accounts.map((account) => accountOn(account, now))
  const ids = (is: (account: AccountRecord) => boolean) => today.filter(is).map(({ id }) => id)
  return {
    family: ids((account) => {
      const near = relationTo(account, around.elderId, 'view')
      return near !== null && near.diedOn === null && !isLent(near)
    }),
    clerk: ids((account) => memberships(account, 'clerk').some((held) => held.orgId === around.stationId)),
    coordinator: ids((account) =>
      memberships(account, 'coordinator').some((held) => held.orgId === around.townId),
    ),
    supervisor: ids((account) =>
      memberships(account, 'supervisor').some((held) => held.orgId === around.district),
    ),
  }
}

/** Who of the nearest can be asked to go: a volunteer today, with room for one more. In the order given, at most so many. */
export function helpersAmong(
  nearest: readonly string[],
  accounts: readonly AccountRecord[],
  {
    tasks,
    mostTasks,
    most,
    now,
  }: { tasks: ReadonlyMap<string, number>; mostTasks: number; most: number; now: Date },
): string[] {
  const canGo = (openid: string) => {
    const account = accounts.find(({ id }) => id === openid)
    return (
      account !== undefined &&
      isAssignable(accountOn(account, now), 'volunteer') &&
      (tasks.get(openid) ?? 0) < mostTasks
    )
  }
  return nearest.filter(canGo).slice(0, most)
}
