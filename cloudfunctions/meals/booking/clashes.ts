import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import { mostDaysAhead } from '#types/limits'
import type { meals } from '#types/meals'
import { menuClashes } from '../../_domain/meals/allergies'
import { mindFor } from '../../_domain/meals/minding'
import { requireDateAhead } from '../../_domain/meals/sittings'
import type { Handler } from '../../_shell/context'
import { elderFor } from '../../_shell/permitted-elder'
import { foodWords } from '../../_shell/policies'
import { asOne } from '../../_shell/registrations'
import { sittingsOn } from './sittings-on'

export const clashes: Handler<typeof meals.clashes> = async (ctx, { stationId, date, elderId }) => {
  requireDateAhead(date, localDate(ctx.now), mostDaysAhead)
  const [elder, sittings] = await Promise.all([elderFor(ctx, elderId), sittingsOn(stationId, date, ctx.now)])
  if (!elder) throw new AppError('NOT_FOUND', { elderId })
  const mind = mindFor(await asOne(elder), { account: ctx.account, role: ctx.actor().role, stationId })
  return menuClashes(sittings, mind, foodWords)
}
