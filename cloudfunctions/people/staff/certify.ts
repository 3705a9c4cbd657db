import type { people } from '#types/people'
import { withCertificate } from '../../_domain/people/staff/staffing'
import type { Handler } from '../../_shell/context'
import { changeMembership } from './change-membership'

export const certify: Handler<typeof people.certify> = (ctx, { membershipId, certificate }) =>
  changeMembership(ctx, membershipId, certificate.kind, (record, by) =>
    withCertificate(record, certificate, { by, openid: ctx.callerId(), now: ctx.now }),
  )
