import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import type { Org, OrgKind } from '#types/people/staff'
import { grantFor } from '../../_domain/access/grants'
import { isAssignable } from '../../_domain/access/holdings'
import { concernOfOrg, directedRoles, directors } from '../../_domain/people/staff/staffing'
import { command, find, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { staffing } from '../../_shell/policies'

export const orgs: Handler<typeof people.orgs> = async (ctx) => {
  const account = ctx.knownAccount()
  const district = await find('districts', account.district)
  const own = account.memberships.filter(({ orgKind }) => orgKind === 'station').map(({ orgId }) => orgId)
  const isSupervisor = isAssignable(account, 'supervisor')
  const where = isSupervisor ? { district: account.district } : { _id: command.in(own) }
  const stations =
    isSupervisor || own.length > 0 ? await select('stations', { where, limit: pageSize.places }) : []
  const all: { id: string; name: string; kind: OrgKind }[] = [
    ...(district ? [{ id: district.id, name: district.name, kind: 'district' as const }] : []),
    ...(district?.towns ?? []).map((town) => ({ ...town, kind: 'town' as const })),
    ...stations.map(({ id, name }) => ({ id, name, kind: 'station' as const })),
  ]
  return all.flatMap((org): Org[] => {
    const grant = grantFor(account, directors, concernOfOrg(org.kind, org.id, account.district))
    const roles = grant ? directedRoles(grant.role, org.kind, staffing) : []
    return roles.length > 0 ? [{ ...org, roles }] : []
  })
}
