import type { eligibility } from '#types/eligibility'
import { pageSize } from '#types/paging'
import { Instant } from '#types/values'
import * as z from '#types/z'
import { idsOf } from '../../_domain/access/holdings'
import { shownApplication } from '../../_domain/eligibility/applications'
import { isShownTo } from '../../_domain/eligibility/reviewing'
import { allOf, command, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { decodeCursor, pageOf } from '../../_shell/cursor'
import { permittedElder } from '../../_shell/permitted-elder'
import { applicationTerms } from '../../_shell/policies'
import { personOf } from '../../_shell/secrets'

/** After which application a page begins. */
const Start = z.strictObject({ submittedAt: Instant, id: z.string() })

export const applications: Handler<typeof eligibility.applications> = async (ctx, { elderId, after }) => {
  const { elder, grant } = await permittedElder(ctx, elderId)
  const start = after === undefined ? null : decodeCursor(after, Start)
  const beyond = start
    ? [
        command.or([
          { submittedAt: command.lt(start.submittedAt) },
          { submittedAt: start.submittedAt, _id: command.gt(start.id) },
        ]),
      ]
    : []
  const found = await select('applications', {
    where: allOf([{ elderId: command.in(idsOf([{ ...elder, elderId: elder.id }])) }, ...beyond]),
    orderBy: [
      ['submittedAt', 'desc'],
      ['_id', 'asc'],
    ],
    limit: pageSize.applications + 1,
  })
  const { page, next } = pageOf(found, pageSize.applications, ({ submittedAt, id }) => ({ submittedAt, id }))
  const person = personOf(ctx.callerId())
  return {
    applications: page
      .filter((one) => isShownTo(one, grant, person))
      .map((one) => shownApplication(one, ctx.now, applicationTerms.objection)),
    next,
  }
}
