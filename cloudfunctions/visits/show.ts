import type { visits } from '#types/visits'
import { visitFor } from '../_domain/visits/visits'
import type { Handler } from '../_shell/context'
import { permittedVisit } from './permitted-visit'

export const show: Handler<typeof visits.show> = async (ctx, { visitId }) =>
  visitFor(await permittedVisit(ctx, visitId), ctx.knownAccount())
