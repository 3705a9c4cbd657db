import { addDays } from '#types/days'
import { bookedUntil } from '../../_domain/meals/planning/ordered'
import type { MenuRecord } from '../../_domain/meals/planning/records'
import { updateWhere } from '../cloud'
import { alignSittings } from '../planning/align'
import { tellChanged } from './tell-changed'

/**
 * What follows once a menu is stored: the sittings that are there, and then those who ordered what became other dishes.
 * @param which the changes that are told; `latest`: that of its last writing, for whoever wrote it and waits
 */
export async function followMenu(menu: MenuRecord, now: Date, which: 'latest' | 'all'): Promise<void> {
  const followed = menu.isAligned ? menu : await alignTo(menu, now)
  const changes = followed.untold.filter(({ rev }) => which === 'all' || rev === followed.rev)
  await tellChanged(followed, changes, now)
}

/**
 * Every sitting that is there offers what a menu says, and has sold out what it says. Whoever wrote the menu again does so again. Until then
 * somebody may have read what they offered before, and is under way with it.
 */
async function alignTo(menu: MenuRecord, now: Date): Promise<MenuRecord> {
  const { id, kitchenId, slot, week, rev } = menu
  await alignSittings({ kitchenId, slot, from: week, to: addDays(week, 6), now })
  const until = bookedUntil(now)
  const untold = menu.untold.map((change) => ({ ...change, until }))
  await updateWhere('menus', { _id: id, rev }, { isAligned: true, ...(untold.length > 0 && { untold }) })
  return { ...menu, untold, isAligned: true }
}
