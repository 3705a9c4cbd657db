import { isDeepStrictEqual } from 'node:util'
import { localDate } from '#types/days'
import type { KitchenRecord } from '../_domain/stations/records'
import { command, updateWhere } from '../_shell/cloud'
import { everyPage } from '../_shell/every-page'
import { alignSittings } from '../_shell/planning/align'
import { eachOf } from './each-of'
import { isHourly } from './hourly'

/**
 * Kitchens that feed other stations than when it was last looked: one has come, or left for another kitchen or none. Their sittings follow
 * the menu that they have now, and the other tables share with more or with fewer.
 */
export async function followKitchens(now: Date): Promise<number> {
  if (!isHourly(now)) return 0
  let followed = 0
  await everyPage('kitchens', {}, async (kitchens) => {
    const fed = await fedNow(kitchens)
    const changed = kitchens.filter(
      ({ id, fed: before = [] }) => !isDeepStrictEqual(before, fed.get(id) ?? []),
    )
    followed += changed.length
    await eachOf(changed, (kitchen) => followOne(kitchen, fed.get(kitchen.id) ?? [], now))
  })
  return followed
}

async function followOne(
  { id: kitchenId, fed: before = [] }: KitchenRecord,
  fed: readonly string[],
  now: Date,
): Promise<void> {
  const from = localDate(now)
  const left = before.filter((id) => !fed.includes(id))
  for (const stationId of left) await alignSittings({ stationId, from, now })
  await alignSittings({ kitchenId, from, now })
  await updateWhere('kitchens', { _id: kitchenId }, { fed: command.set(fed) })
}

/** The ids of the stations that each of some kitchens feeds, in order. */
async function fedNow(kitchens: readonly KitchenRecord[]): Promise<Map<string, string[]>> {
  const fed = new Map<string, string[]>()
  const kitchenId = command.in(kitchens.map(({ id }) => id))
  await everyPage('stations', { kitchenId }, async (page) => {
    for (const station of page)
      if (station.kitchenId !== null)
        fed.set(station.kitchenId, [...(fed.get(station.kitchenId) ?? []), station.id])
  })
  return fed
}
