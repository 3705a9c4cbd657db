import { localDate } from '#types/days'
import { offOn, setsOn } from '../../_domain/meals/planning/menus'
import { daysFrom } from '../../_domain/meals/planning/ordered'
import type { MenuRecord } from '../../_domain/meals/planning/records'
import { command, updateWhere } from '../cloud'
import { tellChanged } from './tell-changed'

/** What follows once a menu is stored: the sittings that are there, and then those who ordered what became other dishes. */
export async function followMenu(menu: MenuRecord, now: Date): Promise<void> {
  if (!menu.isAligned) await alignSittings(menu, now)
  if (menu.untold.length > 0) await tellChanged(menu, now)
}

/**
 * Every sitting that is there offers what a published menu says of its day, and has sold out what it says. Repeatable: what was broken
 * off is done again by whoever comes next.
 */
async function alignSittings(menu: MenuRecord, now: Date): Promise<void> {
  const { id, kitchenId, slot, rev } = menu
  for (const date of daysFrom(menu, localDate(now))) {
    const says = { sets: setsOn(menu, date), off: command.set(offOn(menu, date)) }
    await updateWhere('sittings', { kitchenId, date, slot }, says)
  }
  await updateWhere('menus', { _id: id, rev }, { isAligned: true })
}
