import { nameKey } from '#types/names'
import type { LikenessSign } from '#types/people/likeness-signs'
import { asSeen } from '#types/texts'
import type { ElderRecord } from '../records'

/** What is compared of two registrations. */
type Registered = Pick<ElderRecord, 'name' | 'birthDate' | 'building' | 'idNumber' | 'townId' | 'state'>

/**
 * What two registrations of one town have in common; null where they are not likely to be of one person. Two of name, birth date and
 * telephone are enough, and the name with the building: a couple shares its telephone, a household its building, a village its
 * surnames. Two id numbers tell two persons.
 * @param isSamePhone whether both have the same number, which only the cloud can open
 */
export function signsOf(one: Registered, other: Registered, isSamePhone: boolean): LikenessSign[] | null {
  if (one.townId !== other.townId || [one, other].some(({ state }) => state === 'erased')) return null
  if (one.idNumber && other.idNumber) return null
  const signs: LikenessSign[] = []
  if (nameKey(one.name) === nameKey(other.name)) signs.push('name')
  if (one.birthDate === other.birthDate) signs.push('birthDate')
  if (isSamePhone) signs.push('phone')
  const isPerson = signs.length > 1
  if (isSameBuilding(one, other)) signs.push('building')
  return isPerson || (signs.includes('name') && signs.includes('building')) ? signs : null
}

/** Whether two addresses say the same, however they are spaced. */
const isSameBuilding = (one: Registered, other: Registered): boolean =>
  packed(one.building) === packed(other.building)

const packed = (text: string): string => asSeen(text).replace(/\s/g, '').toLowerCase()

/** Whether building and room of two registrations are the same. */
export const isSameDoor = (
  one: Pick<ElderRecord, 'building' | 'room'>,
  other: Pick<ElderRecord, 'building' | 'room'>,
): boolean =>
  packed(one.building) === packed(other.building) && packed(one.room ?? '') === packed(other.room ?? '')
