import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import { askAtStation } from '../../_domain/people/circle/circle'
import { command, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'

export const asked: Handler<typeof people.asked> = async (_, { stationId }) => {
  const waiting = await select('relations', {
    where: { stationId, state: 'asked', asksElder: false },
    orderBy: [['since', 'asc']],
    limit: pageSize.asked,
  })
  if (waiting.length === 0) return []
  const elders = await select('elders', {
    where: { _id: command.in(waiting.map(({ elderId }) => elderId)) },
    limit: pageSize.asked,
  })
  return waiting.map((ask) => askAtStation(ask, elders.find(({ id }) => id === ask.elderId) ?? null))
}
