import type { LocalDate } from '#types/values'
import { slotWord } from '#types/words/meals/slots'
import { accountOn } from '../access/account-on'
import { memberships } from '../access/holdings'
import { instantAt } from '../base/calendar'
import type { MissingMenu } from '../meals/planning/missing-menus'
import type { AccountRecord } from '../people/records'
import type { Said, Telling } from './records'
import { type Notices, tell } from './telling'

/** A menu of next week is missing: to those who cook, and to the managers of the stations that wait for it. */
export function tellMissingMenu(
  missing: MissingMenu,
  {
    week,
    accounts,
    now,
    notices,
  }: { week: LocalDate; accounts: readonly AccountRecord[]; now: Date; notices: Notices },
): Telling | null {
  const { id: ref, kitchen } = missing
  const happening = { district: kitchen.district, elderId: null, kind: 'menuMissing' as const, ref }
  const reach = reachedBy(missing, accounts, now)
  return tell(happening, { by: null, reach, say: () => saidOfMissing(missing, week), notices })
}

function reachedBy(
  { kitchen, stationIds }: MissingMenu,
  accounts: readonly AccountRecord[],
  now: Date,
): { kitchen: string[]; manager: string[] } {
  const today = accounts.map((account) => accountOn(account, now))
  const holding = (role: 'kitchen' | 'manager', orgIds: readonly string[]) =>
    today
      .filter((account) => memberships(account, role).some(({ orgId }) => orgIds.includes(orgId)))
      .map(({ id }) => id)
  const own = kitchen.stationId === null ? [] : [kitchen.stationId]
  return { kitchen: holding('kitchen', [kitchen.id]), manager: holding('manager', [...stationIds, ...own]) }
}

const saidOfMissing = ({ kitchen, slot }: MissingMenu, week: LocalDate): Said => ({
  page: 'pages/home/index',
  who: kitchen.name,
  what: `下周的${slotWord[slot]}菜单还没有发`,
  at: instantAt(week, '00:00'),
  state: '还没有发',
})
