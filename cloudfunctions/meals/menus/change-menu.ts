import { isDeepStrictEqual } from 'node:util'
import { localDate } from '#types/days'
import { menuId } from '#types/ids'
import type { KitchenWeek } from '#types/meals/menu-actions'
import type { Slot } from '#types/meals/slots'
import type { LocalDate } from '#types/values'
import { emptyWeek } from '../../_domain/meals/planning/menus'
import {
  type Ordered,
  requireLimitsHold,
  requireOrderedKept,
  writtenAnew,
} from '../../_domain/meals/planning/ordered'
import type { MenuRecord } from '../../_domain/meals/planning/records'
import {
  requireOwnDishPhotos,
  requireSeen,
  requireWeekAhead,
  requireWhole,
} from '../../_domain/meals/planning/writing'
import { find, ownEnvironment } from '../../_shell/cloud'
import type { Ctx } from '../../_shell/context'
import { followMenu } from '../../_shell/menus/follow-menu'
import { orderedIn } from '../../_shell/menus/tables-of'
import { bookings } from '../../_shell/policies'
import { kitchenFor } from './kitchen-for'
import { kitchenWeek } from './kitchen-week'

interface Change {
  kitchenId: string
  week: LocalDate
  slot: Slot
  /** Which writing the caller has seen; undefined: it does not matter. */
  rev?: number
  /** The menu as it is to be, from the one that is there, or from an empty week. */
  change(before: MenuRecord): MenuRecord
  /** Refuses what may not be, once it is known that something changes. */
  require?(ordered: readonly Ordered[]): void
  /** The set of a day whose eaters are told. */
  but?: Omit<Ordered, 'count'>
  reason?: string
}

/**
 * Writes a week of a kitchen anew, and lets follow what has to. A wish that is fulfilled already changes nothing, whoever fulfilled it:
 * so a call that is repeated is answered as it was.
 */
export async function changeMenu(
  ctx: Ctx,
  { kitchenId, week, slot, rev, change, require, but, reason }: Change,
): Promise<KitchenWeek> {
  const kitchen = await kitchenFor(ctx, kitchenId)
  const today = localDate(ctx.now)
  requireWeekAhead(week, today, bookings.menuWeeksAhead)
  const ordered = await orderedIn({ kitchenId, week, slot }, today)
  const by = ctx.actor()
  const id = menuId(kitchenId, week, slot)
  const stored = await ctx.transact('menus', async (work) => {
    const before = (await work.find('menus', id)) ?? emptyWeek(kitchen, week, slot)
    const wanted = change(before)
    const isDone = before.rev > 0 && isDeepStrictEqual(asStored(wanted), asStored(before))
    if (isDone) return { record: ofNobody(before), by }
    if (rev !== undefined) requireSeen(before, rev)
    require?.(ordered)
    requireOwnDishPhotos(wanted, ownEnvironment())
    requireWhole(wanted, before)
    requireOrderedKept(before, wanted, { ordered, but })
    requireLimitsHold(before, wanted, ordered)
    const after = writtenAnew(before, wanted, { reason: reason ?? null, today, now: ctx.now })
    work.put('menus', after)
    return { record: ofNobody(after), by }
  })
  await followMenu(stored, ctx.now, 'latest')
  return kitchenWeek(kitchen, stored, ordered)
}

/** The audit record asks every record for an elder. */
const ofNobody = (menu: MenuRecord) => ({ ...menu, elderId: null })

/** As the database gives it back: without what is undefined. */
const asStored = (menu: MenuRecord): unknown => JSON.parse(JSON.stringify(menu))

/** The menu of a week as it is, for whoever copies it or reads it; null: there is none. */
export const menuOfWeek = (kitchenId: string, week: LocalDate, slot: Slot): Promise<MenuRecord | null> =>
  find('menus', menuId(kitchenId, week, slot))
