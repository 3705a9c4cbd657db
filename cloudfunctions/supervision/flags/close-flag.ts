import { AppError } from '#types/errors'
import type { supervision } from '#types/supervision'
import { answerFlag } from '../../_domain/settlement/flags'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'

export const closeFlag: Handler<typeof supervision.closeFlag> = async (ctx, { flagId, words }) => {
  const flag = await find('flags', flagId)
  if (!flag) throw new AppError('NOT_FOUND', { flagId })
  const { district, townId, stationId } = flag
  ctx.permit({ district, townId, stationId })
  const by = ctx.actor()
  return ctx.transact('flags', async (work) => {
    const before = await work.get('flags', flagId)
    const record = answerFlag(before, words, { by, now: ctx.now })
    if (record !== before) work.put('flags', record)
    return { record, by }
  })
}
