import type { StationRecord } from '../../stations/records'
import { noConsents } from '../privacy/consents'
import type { ElderRecord } from '../records'

/** What stands in place of the name of somebody whose data are gone. */
export const ERASED = '已注销'

/** No card has it. */
const NO_CARD = '00000000'

/** Everything that tells who she was is gone; the id stays, so that accounts still add up. */
export function eraseElder(elder: ElderRecord, station: StationRecord, by: string): ElderRecord {
  return {
    ...elder,
    state: 'erased',
    name: ERASED,
    birthDate: `${elder.birthDate.slice(0, 4)}-01-01`,
    idNumber: null,
    phone: null,
    phoneTail: null,
    building: ERASED,
    room: null,
    place: station.place,
    hukou: null,
    residentSince: null,
    categories: [],
    notHeld: [],
    askedOn: null,
    formerHomes: [],
    absences: [],
    diedOn: null,
    ability: null,
    diet: [],
    allergies: [],
    contacts: [],
    consents: noConsents,
    verifiedBy: null,
    openid: null,
    circle: [],
    code: NO_CARD,
    erasedBy: by,
  }
}
