import { pageSize } from '#types/paging'
import type { stations } from '#types/stations'
import * as z from '#types/z'
import { foundStation } from '../_domain/stations/stations'
import { allOf, command, has, select } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { decodeCursor, pageOf } from '../_shell/cursor'
import { holidays } from '../_shell/policies'

/** After which station a page begins. */
const Start = z.strictObject({ name: z.string(), id: z.string() })

export const findStations: Handler<typeof stations.find> = async (
  ctx,
  { text, districtId, townId, kinds, after },
) => {
  const start = after === undefined ? null : decodeCursor(after, Start)
  const place = {
    ...(districtId !== undefined && { district: districtId }),
    ...(townId !== undefined && { townId }),
    ...(kinds && { kind: command.in(kinds) }),
  }
  const named = text === undefined ? [] : [command.or([{ name: has(text) }, { address: has(text) }])]
  const beyond = start
    ? [command.or([{ name: command.gt(start.name) }, { name: start.name, _id: command.gt(start.id) }])]
    : []
  const found = await select('stations', {
    where: allOf([place, ...named, ...beyond]),
    orderBy: [
      ['name', 'asc'],
      ['_id', 'asc'],
    ],
    limit: pageSize.stations + 1,
  })
  const { page, next } = pageOf(found, pageSize.stations, ({ name, id }) => ({ name, id }))
  return {
    stations: page.map((station) => foundStation(station, { now: ctx.now, calendar: holidays })),
    next,
  }
}
