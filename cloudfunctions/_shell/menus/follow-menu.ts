import { addDays } from '#types/days'
import type { MenuRecord } from '../../_domain/meals/planning/records'
import { updateWhere } from '../cloud'
import { alignSittings } from '../planning/align'
import { tellChanged } from './tell-changed'

/** What follows once a menu is stored: the sittings that are there, and then those who ordered what became other dishes. */
export async function followMenu(menu: MenuRecord, now: Date): Promise<void> {
  if (!menu.isAligned) await alignTo(menu, now)
  if (menu.untold.length > 0) await tellChanged(menu, now)
}

/** Every sitting that is there offers what a menu says, and has sold out what it says. Whoever wrote the menu again does so again. */
async function alignTo({ id, kitchenId, slot, week, rev }: MenuRecord, now: Date): Promise<void> {
  await alignSittings({ kitchenId, slot, from: week, to: addDays(week, 6), now })
  await updateWhere('menus', { _id: id, rev }, { isAligned: true })
}
