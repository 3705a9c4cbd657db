import type { Channel } from '#types/actors'
import { AppError, type ErrorDetail } from '#types/errors'
import type { NewElder } from '#types/people/elders'
import { maskName } from '../../base/masks'
import type { StationRecord } from '../../stations/records'
import type { RelationRecord } from '../circle/records'
import { requireNotJoined } from '../likenesses/joining'
import type { AccountRecord, ElderRecord } from '../records'
import type { KnownIdentity } from './identity'
import { homeAt } from './place'

/** The parts that only the cloud can open, sealed before a rule sees them. */
interface SealedParts {
  idNumber: ElderRecord['idNumber']
  phone: ElderRecord['phone']
  phoneTail: string | null
  contacts: ElderRecord['contacts']
}

/** An elder as she is registered. Sensitive facts are kept only where she agreed to that use. */
export function registerElder(
  wish: NewElder,
  known: KnownIdentity,
  about: Pick<
    ElderRecord,
    | 'id'
    | 'code'
    | 'state'
    | 'consents'
    | 'verifiedBy'
    | 'seen'
    | 'isIdPending'
    | 'unconfirmedSince'
    | 'openid'
    | 'circle'
  > & {
    station: StationRecord
    sealed: SealedParts
    /** How the name of the wish is read (`readingsOf`). */
    readings: string[]
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
    ...homeAt((consents.location && wish.place) || null, station),
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
    recordsBehindSince: null,
    invented: station.invented,
  }
}

/** What a clerk learns of somebody who is registered with the number already. `isProven`: others have seen her papers. */
export const toldOfKnown = (elder: ElderRecord, station: StationRecord | null): ErrorDetail => ({
  elderId: elder.id,
  name: maskName(elder.name),
  stationName: elder.stationName,
  isProven: isProven(elder),
  ...(station?.phone && { stationPhone: station.phone }),
})

/** Whether somebody at a station has seen her papers, and the number on them is hers. */
export const isProven = ({ verifiedBy, isIdPending }: ElderRecord): boolean =>
  verifiedBy !== null && !isIdPending

/**
 * Nobody of the same name and birth date may be her; two id numbers tell two persons.
 * @param others ids of elders whom the clerk has looked at, or whom this very wish may have registered
 * @throws AppError `MAYBE_REGISTERED` with `elderIds`
 */
export function requireNobodyLike(
  known: KnownIdentity,
  named: readonly ElderRecord[],
  others: readonly string[],
): void {
  const alike = named
    .filter(({ state, idNumber }) => state !== 'erased' && !(idNumber && known.idNumber))
    .filter(({ id }) => !others.includes(id))
  if (alike.length > 0) throw new AppError('MAYBE_REGISTERED', { elderIds: alike.map(({ id }) => id) })
}

/** Who has seen her papers when a station registers her: the clerk, where she showed a number at the counter. */
export const papersSeenBy = (known: KnownIdentity, channel: Channel, clerk: string): string | null =>
  known.idNumber && channel === 'counter' ? clerk : null

/**
 * Nobody is two elders.
 * @param same ids of the elder whom the account may be
 * @throws AppError `OWN_ELDER`; `ELDER_JOINED` where hers was joined to another: a station helps her then
 */
export function requireNoOtherSelf(account: AccountRecord | null, same: readonly string[] = []): void {
  if (!account?.self || same.includes(account.self.elderId)) return
  requireNotJoined(account.self)
  throw new AppError('OWN_ELDER')
}

/** A relative who asks again about somebody whom they registered, while they may still act. @throws AppError `FORBIDDEN` */
export function requireStillKin(mine: Pick<RelationRecord, 'state'> | null): void {
  if (mine?.state !== 'asked' && mine?.state !== 'granted') throw new AppError('FORBIDDEN')
}
