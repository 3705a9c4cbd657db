import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import { concernOfOrg, directedRoles, membershipShown } from '../../_domain/people/staff/staffing'
import { command, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { staffing } from '../../_shell/policies'
import { organisation } from './organisations'

export const staff: Handler<typeof people.staff> = async (ctx, { orgKind, orgId, after }) => {
  const org = await organisation(orgKind, orgId, ctx.knownAccount().district)
  const { role } = ctx.permit(concernOfOrg(org))
  const directed = directedRoles(role, orgKind, staffing)
  const found = await select('memberships', {
    where: { orgId, role: command.in(directed), ...(after !== undefined && { _id: command.gt(after) }) },
    orderBy: [['_id', 'asc']],
    limit: pageSize.staff,
  })
  return found.map((record) => membershipShown(record, ctx.now, staffing))
}
