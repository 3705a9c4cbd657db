import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import type { Org, OrgKind } from '#types/people/staff'
import * as z from '#types/z'
import { grantFor } from '../../_domain/access/grants'
import { isAssignable } from '../../_domain/access/holdings'
import type { AccountRecord } from '../../_domain/people/records'
import { concernOfOrg, directedRoles, directors } from '../../_domain/people/staff/staffing'
import type { StationRecord } from '../../_domain/stations/records'
import { allOf, command, find, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { decodeCursor, pageOf } from '../../_shell/cursor'
import { staffing } from '../../_shell/policies'

/** After which station a page begins. */
const Start = z.strictObject({ id: z.string() })

export const orgs: Handler<typeof people.orgs> = async (ctx, { after }) => {
  const account = ctx.knownAccount()
  const start = after === undefined ? null : decodeCursor(after, Start)
  const [district, found] = await Promise.all([
    start ? null : find('districts', account.district),
    stationsOf(account, start),
  ])
  const { page, next } = pageOf(found, pageSize.places, ({ id }) => ({ id }))
  const all: { id: string; name: string; kind: OrgKind }[] = [
    ...(district ? [{ id: district.id, name: district.name, kind: 'district' as const }] : []),
    ...(district?.towns ?? []).map((town) => ({ ...town, kind: 'town' as const })),
    ...page.map(({ id, name }) => ({ id, name, kind: 'station' as const })),
  ]
  const directed = all.flatMap((org): Org[] => {
    const grant = grantFor(account, directors, concernOfOrg(org.kind, org.id, account.district))
    const roles = grant ? directedRoles(grant.role, org.kind, staffing) : []
    return roles.length > 0 ? [{ ...org, roles }] : []
  })
  return { orgs: directed, next }
}

/** A page and one more, so that it is known whether there is another. */
async function stationsOf(
  account: AccountRecord,
  start: z.infer<typeof Start> | null,
): Promise<StationRecord[]> {
  const own = account.memberships.filter(({ orgKind }) => orgKind === 'station').map(({ orgId }) => orgId)
  const isSupervisor = isAssignable(account, 'supervisor')
  if (!isSupervisor && own.length === 0) return []
  const where = isSupervisor ? { district: account.district } : { _id: command.in(own) }
  return select('stations', {
    where: allOf([where, ...(start ? [{ _id: command.gt(start.id) }] : [])]),
    orderBy: [['_id', 'asc']],
    limit: pageSize.places + 1,
  })
}
