import { AppError } from '#types/errors'
import type { OrgKind } from '#types/people/staff'
import type { Organisation } from '../../_domain/people/staff/staffing'
import { find } from '../../_shell/cloud'

/** An organisation by kind and id, in the caller's district. @throws AppError `NOT_FOUND` */
export async function organisation(kind: OrgKind, id: string, district: string): Promise<Organisation> {
  const org = kind === 'station' ? await station(id) : await place(kind, id, district)
  if (!org) throw new AppError('NOT_FOUND', { orgId: id })
  return org
}

async function station(id: string): Promise<Organisation | null> {
  const found = await find('stations', id)
  return (
    found && { id, kind: 'station', name: found.name, district: found.district, invented: found.invented }
  )
}

async function place(
  kind: 'town' | 'district',
  id: string,
  districtId: string,
): Promise<Organisation | null> {
  const district = await find('districts', districtId)
  if (!district) return null
  const name =
    kind === 'district'
      ? district.id === id && district.name
      : district.towns.find((one) => one.id === id)?.name
  return name ? { id, kind, name, district: district.id, invented: district.invented } : null
}
