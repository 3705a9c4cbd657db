import type { supervision } from '#types/supervision'
import type { Handler } from '../../_shell/context'
import { totalsOf } from './totals'

export const settlement: Handler<typeof supervision.settlement> = (ctx, input) => {
  ctx.permit({ district: input.district })
  return totalsOf(input, ctx.now)
}
