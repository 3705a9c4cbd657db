import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import type { Org } from '#types/people/staff'
import * as z from '#types/z'
import { grantFor } from '../../_domain/access/grants'
import { isAssignable } from '../../_domain/access/holdings'
import type { AccountRecord } from '../../_domain/people/records'
import {
  concernOfOrg,
  directedRoles,
  directors,
  type Organisation,
} from '../../_domain/people/staff/staffing'
import { allOf, command, find, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { decodeCursor, pageOf } from '../../_shell/cursor'
import { staffing } from '../../_shell/policies'

/** After which station a page begins, or after which kitchen: these come when the stations have ended. */
const Start = z.strictObject({ kind: z.enum(['station', 'kitchen']), id: z.string() })
type Start = z.infer<typeof Start>

type Named = Pick<Organisation, 'kind' | 'id' | 'name' | 'stationId'>

export const orgs: Handler<typeof people.orgs> = async (ctx, { after }) => {
  const account = ctx.knownAccount()
  const start = after === undefined ? null : decodeCursor(after, Start)
  const [district, stations, kitchens] = await Promise.all([
    start ? null : find('districts', account.district),
    stationsOf(account, start),
    kitchensOf(account, start),
  ])
  const found = [
    ...stations.map(({ id, name }) => ({ kind: 'station' as const, id, name })),
    ...kitchens.map(({ id, name, stationId }) => ({ kind: 'kitchen' as const, id, name, stationId })),
  ]
  const { page, next } = pageOf<Named & { kind: Start['kind'] }>(found, pageSize.places, ({ kind, id }) => ({
    kind,
    id,
  }))
  const all: Named[] = [
    ...(district ? [{ id: district.id, name: district.name, kind: 'district' as const }] : []),
    ...(district?.towns ?? []).map((town) => ({ ...town, kind: 'town' as const })),
    ...page,
  ]
  const directed = all.flatMap((org): Org[] => {
    const { id, name, kind } = org
    const grant = grantFor(account, directors, concernOfOrg({ ...org, district: account.district }))
    const roles = grant ? directedRoles(grant.role, kind, staffing) : []
    return roles.length > 0 ? [{ id, name, kind, roles }] : []
  })
  return { orgs: directed, next }
}

const stationsOf = (account: AccountRecord, start: Start | null) =>
  start?.kind === 'kitchen' ? [] : afterStart('stations', whereDirected(account, '_id'), start)

const kitchensOf = (account: AccountRecord, start: Start | null) =>
  afterStart('kitchens', whereDirected(account, 'stationId'), start?.kind === 'kitchen' ? start : null)

/** A page and one more, so that it is known whether there is another. */
const afterStart = async <N extends 'stations' | 'kitchens'>(
  name: N,
  where: object | null,
  start: Start | null,
) =>
  where === null
    ? []
    : select(name, {
        where: allOf([where, ...(start ? [{ _id: command.gt(start.id) }] : [])]),
        orderBy: [['_id', 'asc']],
        limit: pageSize.places + 1,
      })

/** All of the district for its supervisor; else what belongs to a station where somebody works. Null: they direct no such place. */
function whereDirected(account: AccountRecord, station: '_id' | 'stationId'): object | null {
  if (isAssignable(account, 'supervisor')) return { district: account.district }
  const own = account.memberships.filter(({ orgKind }) => orgKind === 'station').map(({ orgId }) => orgId)
  return own.length > 0 ? { [station]: command.in(own) } : null
}
