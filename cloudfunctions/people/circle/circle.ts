import { AppError } from '#types/errors'
import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import { concernOfElder } from '../../_domain/access/concerns'
import { askAtStation } from '../../_domain/people/circle/circle'
import { command, find, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { circleOf } from './circle-of'

export const circle: Handler<typeof people.circle> = async (ctx, { elderId }) => {
  const elder = await find('elders', elderId)
  if (!elder) throw new AppError('NOT_FOUND', { elderId })
  ctx.permit(concernOfElder(elder))
  return circleOf(ctx, elderId)
}

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
