import { AppError } from '#types/errors'
import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import { rosterRow } from '../../_domain/people/elders/shown'
import { rosterCells, rosterHeads } from '../../_domain/people/privacy/roster'
import { command, find, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'

export const roster: Handler<typeof people.roster> = async (ctx, { stationId, after }) => {
  const station = await find('stations', stationId)
  if (!station) throw new AppError('NOT_FOUND', { stationId })
  ctx.permit({ stationId, district: station.district })
  const elders = await select('elders', {
    where: {
      stationId,
      state: 'active',
      joinedTo: null,
      ...(after !== undefined && { _id: command.gt(after) }),
    },
    orderBy: [['_id', 'asc']],
    limit: pageSize.roster,
  })
  await Promise.all(elders.map((elder) => ctx.look({ ...elder, elderId: elder.id }, null)))
  const rows = elders.map(rosterRow)
  const lines = rows.map(rosterCells)
  const { csvLines, csvOf } = await import('../../_shell/csv') // a cold start should not wait for spreadsheets
  return { rows, csv: after === undefined ? csvOf([rosterHeads, ...lines]) : csvLines(lines) }
}
