import { localDate } from '#types/days'
import type { LocalDate } from '#types/values'
import { type MissingMenu, menusIn, missingMenus, weekMissed } from '../_domain/meals/planning/missing-menus'
import type { PlanRecord } from '../_domain/meals/planning/records'
import { tellMissingMenu } from '../_domain/messages/of-menus'
import type { KitchenRecord, StationRecord } from '../_domain/stations/records'
import { command, select, sumUp } from '../_shell/cloud'
import { everyPage } from '../_shell/every-page'
import { tellOnce } from '../_shell/outbox'
import { holidays, notices } from '../_shell/policies'
import { isHourly } from './hourly'

/** More people than cook in one kitchen and direct the stations that it feeds. */
const MOST_PEOPLE = 500

/** Menus of the next week that stations wait for: said to the kitchen and to the managers of these stations, each once. */
export async function sayMenusMissing(now: Date): Promise<number> {
  const week = weekMissed(now.toISOString(), localDate(now), notices.menuMissing)
  if (week === null || !isHourly(now)) return 0
  let said = 0
  await everyPage('kitchens', {}, async (kitchens) => {
    for (const missing of await missingOf(kitchens, week)) if (await say(missing, week, now)) said++
  })
  return said
}

async function missingOf(kitchens: readonly KitchenRecord[], week: LocalDate): Promise<MissingMenu[]> {
  const menus = menusIn(kitchens, week)
  const ids = menus.map(({ id }) => id)
  const [published, told] = await Promise.all([
    idsOf('menus', { _id: command.in(ids), state: 'published' }, ids.length),
    idsOf('messages', { _id: command.in(ids.map(messageId)) }, ids.length),
  ])
  const unpublished = menus.filter(({ id }) => !published.has(id) && !told.has(messageId(id)))
  const stations: StationRecord[] = []
  const plans: PlanRecord[] = []
  const kitchenId = command.in([...new Set(unpublished.map(({ kitchen }) => kitchen.id))])
  if (unpublished.length > 0)
    await everyPage('stations', { kitchenId }, async (page) => {
      stations.push(...page)
      const stationId = command.in(page.map(({ id }) => id))
      await everyPage('plans', { stationId }, async (laid) => void plans.push(...laid))
    })
  return missingMenus(unpublished, { week, stations, plans, calendar: holidays })
}

/** The ids of documents that may be long. */
async function idsOf(name: 'menus' | 'messages', where: object, limit: number): Promise<Set<string>> {
  const found = await sumUp(name, { where, by: { id: '$_id' }, sums: { count: 1 }, limit })
  return new Set(found.map(({ _id }) => String(Object(_id).id)))
}

async function say(missing: MissingMenu, week: LocalDate, now: Date): Promise<boolean> {
  const { id, kitchen, stationIds } = missing
  const cooks = command.elemMatch({ orgId: kitchen.id, role: 'kitchen' })
  const orgIds = kitchen.stationId === null ? stationIds : [...stationIds, kitchen.stationId]
  const manages = command.elemMatch({ orgId: command.in(orgIds), role: 'manager' })
  const accounts = await select('accounts', {
    where: command.or([{ memberships: cooks }, { memberships: manages }]),
    limit: MOST_PEOPLE,
  })
  const telling = tellMissingMenu(missing, { week, accounts, now, notices })
  return telling !== null && tellOnce(messageId(id), telling, now)
}

const messageId = (menu: string) => `menu-missing_${menu}`
