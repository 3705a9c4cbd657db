import type { Role } from '#types/contract'
import { AppError } from '#types/errors'
import type { ElderFile, HeldCategory, Identity, NewElder, Sayable } from '#types/people/elders'
import type { RosterRow } from '#types/people/privacy'
import { idNumberFits, readIdNumber } from '../../../../types/id-numbers'
import { politeName } from '../../../../types/names'
import type { Grant } from '../../access/access'
import { addDays, ageOn, localDate } from '../../base/calendar'
import type { DeterminationRecord } from '../../eligibility/records'
import type { StationRecord } from '../../stations/records'
import { noConsents } from '../privacy/consents'
import type { AccountRecord, ElderRecord, ElderSummary } from '../records'

/** What stands in place of the name of somebody whose data are gone. */
export const ERASED = '已注销'

/** Who an elder is, once id number and typed facts agree. */
export interface KnownIdentity {
  birthDate: string
  sex: ElderRecord['sex']
  /** The number as it is written on the card; null where none was given. */
  idNumber: string | null
}

/** The parts that only the cloud can open, sealed before a rule sees them. */
export interface SealedParts {
  idNumber: ElderRecord['idNumber']
  phone: ElderRecord['phone']
  phoneTail: string | null
  contacts: ElderRecord['contacts']
}

/**
 * Reads who somebody is from what was typed. The id number decides; what was typed beside it must agree.
 * @throws AppError `BAD_ID_NUMBER` with `why`: shape, region, birthDate, checksum or sex; `BAD_INPUT` naming birth date and
 *   sex where neither they nor an id number were given, or a birth date to come
 */
export function identityOf(typed: Partial<Identity>, now: Date): KnownIdentity {
  const known = typed.idNumber ? fromIdNumber(typed.idNumber, typed) : fromTyped(typed)
  if (known.birthDate > localDate(now)) throw new AppError('BAD_INPUT', { fields: ['elder.birthDate'] })
  return known
}

function fromIdNumber(text: string, typed: Partial<Identity>): KnownIdentity {
  const read = readIdNumber(text)
  if (!read.ok) throw new AppError('BAD_ID_NUMBER', { why: read.why })
  const differs = idNumberFits(read, typed)
  if (differs) throw new AppError('BAD_ID_NUMBER', { why: differs })
  return read
}

function fromTyped({ birthDate, sex }: Partial<Identity>): KnownIdentity {
  if (birthDate === undefined || sex === undefined) {
    const fields = [...(birthDate ? [] : ['elder.birthDate']), ...(sex ? [] : ['elder.sex'])]
    throw new AppError('BAD_INPUT', { fields })
  }
  return { birthDate, sex, idNumber: null }
}

/**
 * Birth date and sex of somebody whose id number is kept are those that it says; only another number changes them.
 * @throws AppError `BAD_ID_NUMBER` with `why`
 */
export function requireFits(elder: ElderRecord, typed: Pick<KnownIdentity, 'birthDate' | 'sex'>): void {
  const differs = elder.idNumber && idNumberFits(elder, typed)
  if (differs) throw new AppError('BAD_ID_NUMBER', { why: differs })
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

/** What accounts keep of an elder. */
export function summaryOf(elder: ElderRecord): ElderSummary {
  const { id, name, place, sex } = elder
  return { elderId: id, name, place, politeName: politeName(name, sex) }
}

/** An account with what it keeps of this elder brought up to date. */
export function withSummary(account: AccountRecord, elder: ElderRecord): AccountRecord {
  const summary = summaryOf(elder)
  const isHers = account.self?.elderId === elder.id
  return {
    ...account,
    ...(isHers && { self: summary, name: elder.name }),
    relations: account.relations.map((one) => (one.elderId === elder.id ? { ...one, ...summary } : one)),
  }
}

/** What of an elder's facts a change sets by itself; telephone numbers are sealed apart. */
export function changeSayable(
  elder: ElderRecord,
  changes: Partial<Sayable>,
  station: StationRecord,
): ElderRecord {
  const { phone: _, contacts: __, place, ...plain } = changes
  return { ...elder, ...plain, ...(place !== undefined && { place: place ?? station.place }) }
}

/**
 * An elder with the categories that staff found. What was decided on an application stays: only another decision takes it
 * away, and a form that was opened before it knows nothing of it.
 */
export function withCategories(
  elder: ElderRecord,
  found: readonly HeldCategory[],
  determinations: readonly Pick<DeterminationRecord, 'category' | 'verdict' | 'from'>[],
): Pick<ElderRecord, 'categories' | 'notHeld'> {
  const isThere = (held: HeldCategory) =>
    found.some((one) => one.category === held.category && one.from === held.from)
  const decided = elder.categories.filter(
    (held) =>
      !isThere(held) &&
      determinations.some(
        ({ verdict, category, from }) =>
          verdict === 'approve' && category === held.category && from === held.from,
      ),
  )
  const categories = [...found, ...decided]
  return {
    categories,
    notHeld: elder.notHeld.filter(({ category }) => !categories.some((held) => held.category === category)),
  }
}

/** How many former homes are remembered. */
const MOST_HOMES = 5

/**
 * An elder who lives elsewhere in the district from a local date on. Meals before that day still count from where she lived
 * then.
 */
export function movedElder(
  elder: ElderRecord,
  station: StationRecord,
  {
    from,
    building,
    room,
    place,
  }: { from: string; building: string; room: string | null; place: ElderRecord['place'] | null },
): ElderRecord {
  const { district, townId, stationId, formerHomes } = elder
  const left = { district, townId, stationId, until: addDays(from, -1) }
  return {
    ...elder,
    townId: station.townId,
    stationId: station.id,
    stationName: station.name,
    hukou: townId === station.townId ? elder.hukou : hukouAfterMove(elder.hukou),
    building,
    room,
    place: place ?? station.place,
    formerHomes: [left, ...formerHomes].slice(0, MOST_HOMES),
  }
}

/**
 * What is known of the household's place, seen from another town: what was in the town is in the district now; what was
 * elsewhere in the district may be in this very town, so it has to be asked again.
 */
function hukouAfterMove(hukou: ElderRecord['hukou']): ElderRecord['hukou'] {
  if (hukou === 'thisTown') return 'thisDistrict'
  return hukou === 'thisDistrict' ? null : hukou
}

/** Whether this move was made already: she is there, since that day. */
export const hasMoved = (
  { stationId, formerHomes }: ElderRecord,
  to: { stationId: string; from: string },
): boolean => stationId === to.stationId && formerHomes[0]?.until === addDays(to.from, -1)

/** Whether a change needs her consent to the use of her health facts. */
export const touchesHealth = (changes: Partial<Sayable>): boolean =>
  Boolean(changes.diet?.length || changes.allergies?.length)

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

/** Who reads an elder's file for the sake of her station. */
const STAFF: readonly Role[] = ['clerk', 'manager']

/** What the reader may know of an elder, and do here. */
export function elderFile(elder: ElderRecord, { role, relation }: Grant, now: Date): ElderFile {
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
  }
}
