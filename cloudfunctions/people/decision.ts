import type { Channel } from '#types/actors'
import type { Paper } from '#types/people/elders'
import type { Grant } from '../_domain/access/grants'
import type { Decision } from '../_domain/people/privacy/consents'
import { decisionBy } from '../_domain/people/privacy/decisions'
import type { ElderRecord } from '../_domain/people/records'
import type { Ctx } from '../_shell/context'

/** How an elder's yes came to the clerk who writes it down. */
export const channelOf = (paper: Paper | undefined): Channel | undefined =>
  paper && (paper.how === 'spoken' ? 'phone' : 'counter')

/** Whose decision the call carries (`decisionBy`). */
export const decisionOf = (ctx: Ctx, grant: Grant, elder: ElderRecord, paper: Paper | undefined): Decision =>
  decisionBy(ctx.knownAccount(), grant, elder, paper)
