import type { Role } from '#types/contract'
import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import { politeName } from '#types/names'
import type { ElderFile, Revealable } from '#types/people/elders'
import type { RosterRow } from '#types/people/privacy'
import type { Grant } from '../../access/grants'
import { ageOn } from '../../base/calendar'
import type { ElderRecord } from '../records'
import { hasUnknownPlace } from './place'

/** What whoever sends helpers around a town needs of an elder, and no more. */
const OF_A_TOWN: readonly Revealable[] = ['phone', 'address']

/** @throws AppError `FORBIDDEN` for a field that is masked for this role all the same */
export function requireRevealable(field: Revealable, { role }: Pick<Grant, 'role'>): void {
  if (role === 'coordinator' && !OF_A_TOWN.includes(field)) throw new AppError('FORBIDDEN')
}

/** Who reads an elder's file for the sake of her station. */
const STAFF: readonly Role[] = ['clerk', 'manager']

/** What the reader may know of an elder, and do here; every number masked. */
export function elderFile(
  elder: ElderRecord,
  { role, relation }: Pick<Grant, 'role' | 'relation'>,
  now: Date,
): ElderFile {
  const isDecider = role === 'elder' || relation?.relation === 'guardian'
  const isStaff = relation === null && STAFF.includes(role)
  const isNear = isDecider || isStaff
  const seesHealth = isNear || (relation?.scopes.includes('health') ?? false)
  const mayOrder = isNear || (relation?.scopes.includes('order') ?? false)
  const { idNumber, phone, consents } = elder
  return {
    id: elder.id,
    state: elder.state,
    name: elder.name,
    politeName: politeName(elder.name, elder.sex),
    sex: elder.sex,
    birthDate: elder.birthDate,
    age: ageOn(elder.birthDate, localDate(now)),
    idTail: isNear && idNumber ? idNumber.tail : null,
    phone: phone?.masked ?? null,
    building: elder.building,
    hasRoom: elder.room !== null,
    room: role === 'elder' || relation !== null ? elder.room : null,
    ...(hasUnknownPlace(elder) && { isPlaceUnknown: true }),
    hukou: elder.hukou,
    residentSince: elder.residentSince,
    living: elder.living,
    absences: mayOrder ? elder.absences : [],
    diedOn: isStaff ? elder.diedOn : null,
    askedOn: isNear ? elder.askedOn : null,
    stationId: elder.stationId,
    stationName: elder.stationName,
    hasOwnPhone: elder.openid !== null,
    isVerified: elder.verifiedBy !== null,
    ...(isStaff && elder.isIdPending && { isIdPending: true }),
    health:
      seesHealth && consents.health
        ? { ability: elder.ability, diet: elder.diet, allergies: elder.allergies }
        : null,
    categories: isNear && consents.category ? elder.categories : null,
    contacts: elder.contacts.map(({ name, relation: kin, masked }) => ({
      name,
      relation: kin,
      phone: masked,
    })),
    may: {
      correct: mayOrder,
      verify: isStaff,
      reveal: isNear,
      decide: isDecider,
    },
  }
}

/** An elder as she leaves the system in a list: no number that reaches or identifies her. */
export function rosterRow({
  id,
  name,
  birthDate,
  sex,
  building,
  phoneTail,
  living,
  categories,
  consents,
  diedOn,
}: ElderRecord): RosterRow {
  return {
    id,
    name,
    birthYear: Number(birthDate.slice(0, 4)),
    sex,
    building,
    phoneTail,
    living,
    categories: consents.category ? categories.map((held) => held.category) : [],
    diedOn,
  }
}
