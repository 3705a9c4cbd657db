import { localDate } from '#types/days'
import type { eligibility } from '#types/eligibility'
import { isHeldFor } from '../../_domain/eligibility/entitlements'
import type { Handler } from '../../_shell/context'
import { applicationTerms } from '../../_shell/policies'
import { asOne } from '../../_shell/registrations'
import { elderFor } from './elder-for'

export const isHeld: Handler<typeof eligibility.isHeld> = async (ctx, { elderId, category }) => {
  const { elder } = await elderFor(ctx, elderId)
  return { isHeld: isHeldFor(await asOne(elder), category, localDate(ctx.now), applicationTerms) }
}
