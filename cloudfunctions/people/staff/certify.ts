import { AppError } from '#types/errors'
import type { people } from '#types/people'
import { withCertificate } from '../../_domain/people/staff/staffing'
import type { Handler } from '../../_shell/context'
import { changeMembership } from './change-membership'

export const certify: Handler<typeof people.certify> = (ctx, { membershipId, certificate }) =>
  changeMembership(ctx, membershipId, certificate.kind, (record, by) => {
    if (record.openid === ctx.callerId()) throw new AppError('NOT_YOUR_STEP')
    if (record.state === 'ended') throw new AppError('WRONG_STATE', { state: record.state })
    return withCertificate(record, certificate, { by, now: ctx.now })
  })
