import type { NewElder } from '#types/people/elders'
import type { StationRecord } from '../../stations/records'
import type { ElderRecord } from '../records'
import type { KnownIdentity } from './identity'

/** The parts that only the cloud can open, sealed before a rule sees them. */
export interface SealedParts {
  idNumber: ElderRecord['idNumber']
  phone: ElderRecord['phone']
  phoneTail: string | null
  contacts: ElderRecord['contacts']
}

/** An elder as she is registered. Sensitive facts are kept only where she agreed to that use. */
export function registerElder(
  wish: NewElder,
  known: KnownIdentity,
  about: Pick<ElderRecord, 'id' | 'code' | 'state' | 'consents' | 'verifiedBy' | 'openid' | 'circle'> & {
    station: StationRecord
    sealed: SealedParts
  },
): ElderRecord {
  const { station, sealed, ...rest } = about
  const { consents } = about
  return {
    ...rest,
    ...sealed,
    district: station.district,
    townId: station.townId,
    stationId: station.id,
    stationName: station.name,
    name: wish.name,
    sex: known.sex,
    birthDate: known.birthDate,
    building: wish.building,
    room: wish.room ?? null,
    place: (consents.location && wish.place) || station.place,
    hukou: wish.hukou ?? null,
    residentSince: wish.residentSince ?? null,
    living: wish.living,
    categories: [],
    notHeld: [],
    askedOn: null,
    formerHomes: [],
    absences: [],
    diedOn: null,
    ability: null,
    diet: (consents.health && wish.diet) || [],
    allergies: (consents.health && wish.allergies) || [],
    erasedBy: null,
    invented: station.invented,
  }
}
