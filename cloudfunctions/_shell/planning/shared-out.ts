import { mealOrderId } from '#types/ids'
import type { Places } from '../../_domain/meals/claims/records'
import { dishesBeside } from '../../_domain/meals/planning/aligning'
import { limitsOn, menuOn } from '../../_domain/meals/planning/menus'
import { servingOn } from '../../_domain/meals/planning/plans'
import { dishesShared, type Sharing } from '../../_domain/meals/planning/shares'
import type { SittingRecord } from '../../_domain/meals/records'
import { command, findFields, selectFields } from '../cloud'
import { type Ground, MOST_FED } from './planned'

const sharing = ['stationId', 'state', 'capacity', 'left', 'beside', 'onTheWay', 'checkedAt'] as const

/** A table with so much of a dish, and when somebody last looked after it. */
export type Table = Sharing & Pick<SittingRecord, 'id' | 'checkedAt'>

/** Whether a sitting has dishes of which its table has a share. */
const isShared = ({ sets }: Pick<SittingRecord, 'sets'>): boolean =>
  sets.some(({ limited = [] }) => limited.length > 0)

type Shared = Pick<Ground, 'menus' | 'fed' | 'calendar'>
type Meal = Pick<SittingRecord, 'kitchenId' | 'date' | 'slot'>

/** A sitting as it is planned, with so much of its limited dishes as its table may sell by now, beside the others and what is ordered. */
export async function sharedOut(planned: SittingRecord, ground: Shared, now: Date): Promise<SittingRecord> {
  if (!isShared(planned)) return planned
  const [beside, tables] = await Promise.all([besideClaims(planned), tablesOf(planned)])
  return withDishes({ ...planned, beside }, tables, { ...ground, now })
}

/** The same of one that nobody has opened. */
export const sharedUnopened = async (
  planned: SittingRecord,
  ground: Shared,
  now: Date,
): Promise<SittingRecord> =>
  isShared(planned) ? withDishes(planned, await tablesOf(planned), { ...ground, now }) : planned

/** All tables of a kitchen that are there for a meal, as much of them as is shared. */
export const tablesOf = ({ kitchenId, date, slot }: Meal): Promise<Table[]> =>
  selectFields('sittings', sharing, { where: { kitchenId, date, slot }, limit: MOST_FED })

function withDishes(
  planned: SittingRecord,
  tables: readonly Sharing[],
  ground: Shared & { now: Date },
): SittingRecord {
  const { date, slot } = planned
  const menu = menuOn(ground.menus, planned, date)
  if (!menu) return planned
  const fed = servingOn(ground, date, slot)
  const dishes = dishesShared(limitsOn(menu, date), planned, { fed, sharing: tables, now: ground.now })
  const capacity = { ...planned.capacity, ...dishes }
  return { ...planned, capacity, left: capacity }
}

/** What of its limited dishes is ordered and not counted by any claim. */
async function besideClaims(planned: SittingRecord): Promise<Places> {
  const claims = (await findFields('sittings', planned.id, ['claims']))?.claims ?? {}
  const ids = Object.keys(claims).map((elderId) => mealOrderId(planned.id, elderId))
  if (ids.length === 0) return {}
  const orders = await selectFields('mealOrders', ['elderId', 'setId', 'state'], {
    where: { _id: command.in(ids) },
    limit: ids.length,
  })
  return dishesBeside(claims, orders, planned)
}
