import type { KitchenWeek } from '#types/meals/menu-actions'
import { photosIn, sealedPhoto, unseenIn } from '../../_domain/meals/planning/dish-photos'
import { missingToPublish } from '../../_domain/meals/planning/menus'
import type { Ordered } from '../../_domain/meals/planning/ordered'
import type { MenuRecord } from '../../_domain/meals/planning/records'
import type { KitchenRecord } from '../../_domain/stations/records'
import { command, selectFields } from '../../_shell/cloud'

/** So much of what is missing is named; how much it is in all is counted. */
const MOST_MISSING = 20

/** A week as whoever writes it reads it. @param menu null: nobody has begun it */
export async function kitchenWeek(
  { name: kitchenName }: Pick<KitchenRecord, 'name'>,
  menu: MenuRecord | null,
  ordered: readonly Ordered[],
): Promise<KitchenWeek> {
  const missing = menu ? missingToPublish(menu) : []
  return {
    kitchenName,
    menu: menu && shown(menu),
    missing: missing.slice(0, MOST_MISSING),
    missingCount: missing.length,
    ordered: [...ordered],
    unseen: menu ? unseenIn(menu, await knownOf(photosIn(menu))) : { dishes: {}, sets: {} },
  }
}

/** What is kept of photos. */
async function knownOf(photos: readonly string[]) {
  if (photos.length === 0) return []
  const where = { sealed: command.in(photos.map(sealedPhoto)) }
  return selectFields('dishPhotos', ['sealed', 'judged'], { where, limit: photos.length })
}

function shown(menu: MenuRecord): KitchenWeek['menu'] {
  const { kitchenId, week, slot, dishes, sets, days, instead, off, state, rev } = menu
  return { kitchenId, week, slot, dishes, sets, days, instead, off, state, rev }
}
