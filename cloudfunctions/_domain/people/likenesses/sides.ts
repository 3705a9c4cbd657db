import { localDate } from '#types/days'
import type { Side, SideBySide } from '#types/people/likenesses'
import { answersFor } from '../../access/holdings'
import { ageOn } from '../../base/calendar'
import { isLive } from '../../meals/orders'
import type { MealOrderRecord } from '../../meals/records'
import { isProven } from '../elders/registering'
import { isUnseen } from '../elders/seen'
import type { AccountRecord, AuditRecord, ElderRecord } from '../records'
import { areTwice, cannotStay, type LikenessTerms, phoneAfter, sameMeals } from './joining'
import { isSameDoor } from './likeness'
import { undoUntil } from './pairs'
import type { LikenessRecord } from './records'

/** The acts by which somebody is registered. */
export const registeringActs = ['people.registerSelf', 'people.registerKin', 'people.registerAt'] as const

/** What is read of one of two registrations. */
export interface SideFacts {
  elder: ElderRecord
  /** The line that says who registered her; null where none was kept. */
  registered: AuditRecord | null
  /** Her last meals, the latest first. */
  last: readonly MealOrderRecord[]
  /** Her meals from today on. */
  ahead: readonly MealOrderRecord[]
  /** Whose her phone is; null where she has none. */
  account: AccountRecord | null
}

/** Who looks, when, and how long something can be taken back. */
interface Looking {
  account: AccountRecord
  now: Date
  terms: LikenessTerms
}

/** Two registrations side by side, as whoever answers for both may see them. */
export function sidesShown(
  pair: LikenessRecord,
  [later, earlier]: [SideFacts, SideFacts],
  looking: Looking,
): SideBySide {
  const { id, state, signs, at, decided, joining } = pair
  return {
    id,
    state,
    signs,
    since: at,
    sides: [sideShown(later, earlier, looking), sideShown(earlier, later, looking)],
    isSameDoor: isSameDoor(later.elder, earlier.elder),
    twice: state === 'found' ? twiceOf([later, earlier], looking) : [],
    staysId: joining?.staysId ?? null,
    decided,
    undoUntil: undoUntil(pair, looking.now, looking.terms),
    undoHours: looking.terms.undoHours,
  }
}

function sideShown({ elder, registered, last }: SideFacts, other: SideFacts, { now, terms }: Looking): Side {
  const pair = { stays: elder, leaves: other.elder }
  const { id, state, name, sex, birthDate, idNumber, phone, building, stationName } = elder
  return {
    elderId: id,
    state,
    name,
    sex,
    birthDate,
    age: ageOn(birthDate, localDate(now)),
    hasIdNumber: idNumber !== null,
    phone: phone?.masked ?? null,
    building,
    stationName,
    isUnseen: isUnseen(elder),
    isProven: isProven(elder),
    hasOwnPhone: elder.openid !== null,
    circle: elder.circle.length,
    cannotStay: cannotStay(pair, terms),
    phoneAfter: phoneAfter(pair, other.account ?? undefined),
    registered,
    orders: last.map(({ id: orderId, date, slot, stationName: at, state: stands }) => ({
      id: orderId,
      date,
      slot,
      stationName: at,
      state: stands,
    })),
  }
}

function twiceOf([one, other]: [SideFacts, SideFacts], looking: Looking): SideBySide['twice'] {
  const idsOf = ({ ahead }: SideFacts) => ahead.map(({ id }) => id)
  const orderOf = (id: string) => [...one.ahead, ...other.ahead].find((order) => order.id === id)
  return sameMeals(idsOf(one), idsOf(other), localDate(looking.now)).flatMap((ids) => {
    const [first, second] = ids.map(orderOf)
    if (!first || !second || !areTwice(first, second)) return []
    const { date, slot } = first
    return [{ date, slot, orders: [first, second].map((order) => bookedShown(order, looking)) }]
  })
}

function bookedShown(order: MealOrderRecord, { account, now }: Looking) {
  const { id: orderId, elderId, state, stationId, stationName, setName, cancelUntil } = order
  const isTheirs = answersFor(account).stationIds.includes(stationId)
  const canCancel = isTheirs && isLive(order) && now.toISOString() < cancelUntil
  return { orderId, elderId, state, stationName, setName, canCancel }
}
