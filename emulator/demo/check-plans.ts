import * as z from '#types/z'
import { missingToPublish } from '../../cloudfunctions/_domain/meals/planning/menus'
import { MenuRecord, PlanRecord } from '../../cloudfunctions/_domain/meals/planning/records'
import { whyNot } from '../../cloudfunctions/_domain/meals/planning/shrinking'
import { weekdaysAlone } from '../district/plans'
import { sentences } from './check-accounts'
import type { Records } from './records'

/** Dishes of which the demo's kitchen says nothing on purpose, so that a page shows how that reads. Nobody adds one. */
const silentOnPurpose = ['紫菜汤', '小菜', '素什锦', '杂粮饭', '拌黄瓜', '拌海带丝', '拌三丝']

/** Closures take no place away: whoever reads an order holds it against the day. */
const station = { closures: [], kitchenId: null }

/** What is wrong with what stations and kitchens plan, and which of these orders their plans have no place for. */
export function planFaults(
  { plans, menus }: { plans: readonly PlanRecord[]; menus: readonly MenuRecord[] },
  orders: Records['mealOrders'],
): string[] {
  return [
    ...plans.flatMap((plan) => shapeFault('plans', PlanRecord, plan)),
    ...menus.flatMap((menu) => shapeFault('menus', MenuRecord, menu)),
    ...menus.flatMap(menuFaults),
    ...[...whyNot({ station, plans, menus: [], calendar: weekdaysAlone }, orders)].flatMap(([orderId, why]) =>
      sentences(`mealOrders/${orderId}`, [[true, `has no place in the plan of its table (${why})`]]),
    ),
  ]
}

function shapeFault(collection: string, shape: z.ZodMiniType, record: { id: string }): string[] {
  const { error } = shape.safeParse(record)
  return error ? [`${collection}/${record.id}: ${z.prettifyError(error)}`] : []
}

const menuFaults = (menu: MenuRecord): string[] =>
  missingToPublish(menu)
    .filter((missing) => missing.what !== 'allergens' || !silentOnPurpose.includes(missing.dish))
    .map((missing) => `menus/${menu.id} cannot be published: ${Object.values(missing).join(' ')}.`)
