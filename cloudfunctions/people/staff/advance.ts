import type { people } from '#types/people'
import { advanceMembership } from '../../_domain/people/staff/staffing'
import type { Handler } from '../../_shell/context'
import { staffing } from '../../_shell/policies'
import { changeMembership } from './change-membership'

export const advance: Handler<typeof people.advance> = (ctx, { membershipId, act, note = null }) =>
  changeMembership(ctx, membershipId, act, (record, by) =>
    advanceMembership(record, act, { by, openid: ctx.callerId(), note, now: ctx.now, staffing }),
  )
