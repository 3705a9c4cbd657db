import type { Channel } from '#types/actors'
import { AppError } from '#types/errors'
import type { Paper } from '#types/people/elders'
import type { Grant } from '../_domain/access/grants'
import type { Decision } from '../_domain/people/privacy/consents'
import type { ElderRecord } from '../_domain/people/records'
import type { Ctx } from '../_shell/context'

/** How an elder's yes came to the clerk who writes it down. */
export const channelOf = (paper: Paper | undefined): Channel | undefined =>
  paper && (paper.how === 'spoken' ? 'phone' : 'counter')

/**
 * Whose decision a call carries: the elder's by her own tap, her guardian's by theirs, or hers on paper, which a clerk
 * writes down. A clerk's tap alone is none.
 * @throws AppError `EVIDENCE_MISSING`; `NOT_YOUR_STEP` for a clerk who is her relative: another one has to
 */
export function decisionOf(
  ctx: Ctx,
  { role }: Grant,
  elder: ElderRecord,
  paper: Paper | undefined,
): Decision {
  const tapped = { how: 'app' as const, form: null, witness: null }
  if (role === 'elder') return { by: elder.name, capacity: 'elder', ...tapped }
  if (role === 'family') return { by: ctx.knownAccount().name, capacity: 'guardian', ...tapped }
  const isKin = ctx.knownAccount().relations.some((one) => one.elderId === elder.id)
  if (isKin) throw new AppError('NOT_YOUR_STEP') // nobody writes down a yes to themselves
  if (!paper) throw new AppError('EVIDENCE_MISSING', { fields: ['paper'] })
  return { by: elder.name, capacity: 'elder', ...paper }
}
