import { AppError } from '#types/errors'
import type { OrgKind } from '#types/people/staff'
import type { Organisation } from '../../_domain/people/staff/staffing'
import { find } from '../../_shell/cloud'

/** An organisation by kind and id, in the caller's district. @throws AppError `NOT_FOUND` */
export async function organisation(kind: OrgKind, id: string, district: string): Promise<Organisation> {
  const org = await organisationOf(kind, id, district)
  if (!org) throw new AppError('NOT_FOUND', { orgId: id })
  return org
}

function organisationOf(kind: OrgKind, id: string, district: string): Promise<Organisation | null> {
  switch (kind) {
    case 'station':
      return station(id)
    case 'kitchen':
      return kitchen(id)
    default:
      return place(kind, id, district)
  }
}

async function station(id: string): Promise<Organisation | null> {
  const found = await find('stations', id)
  return (
    found && { id, kind: 'station', name: found.name, district: found.district, invented: found.invented }
  )
}

async function kitchen(id: string): Promise<Organisation | null> {
  const found = await find('kitchens', id)
  if (!found) return null
  const { name, district, stationId } = found
  const invented = (await find('districts', district))?.invented ?? false
  return { id, kind: 'kitchen', name, district, invented, stationId }
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
