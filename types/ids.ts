import type { Slot } from '#types/meals/sittings'
import type { LocalDate } from '#types/values'

type Id = string

/** The natural id of a sitting: one station, one local date, one slot. */
export const sittingId = (stationId: Id, date: LocalDate, slot: Slot): Id => `${stationId}_${date}_${slot}`

/** The natural id of a station's plan: one station, the local date from which it counts, one slot. */
export const planId = (stationId: Id, from: LocalDate, slot: Slot): Id => `${stationId}_${from}_${slot}`

/** The natural id of a menu: one kitchen, the Monday of its week, one slot. */
export const menuId = (kitchenId: Id, week: LocalDate, slot: Slot): Id => `${kitchenId}_${week}_${slot}`

/** The natural id of a meal order: one sitting, one elder. */
export const mealOrderId = (sitting: Id, elderId: Id): Id => `${sitting}_${elderId}`

/** The natural id of what an elder has used of limited subsidies in a period. */
export const subsidyUseId = (elderId: Id, period: string): Id => `${elderId}_${period}`

/** The natural id of what an elder was served on a local date. */
export const servedDayId = (elderId: Id, date: LocalDate): Id => `${elderId}_${date}`

/** The natural id of an application: one elder, one category. */
export const applicationId = (elderId: Id, category: string): Id => `${elderId}_${category}`

/** The natural id of the visit that an elder awaits: one elder, and `now` or a local date. */
export const awaitedVisitId = (elderId: Id, when: string): Id => `${elderId}_${when}`

/** The station that a sitting's or an order's id names. */
export const stationIn = (id: Id): Id => id.split('_')[0] ?? id

/** The sitting that an order's id names. */
export const sittingIn = (orderId: Id): Id => orderId.split('_').slice(0, 3).join('_')

/** The elder that an order's id names; the empty string when it is no order's id. */
export const elderIn = (orderId: Id): Id => orderId.split('_').slice(3).join('_')

/** The local date that an order's id names. */
export const dateIn = (orderId: Id): LocalDate => orderId.split('_')[1] ?? ''

/** The slot that an order's id names. */
export const slotIn = (orderId: Id): Slot => orderId.split('_')[2] as Slot // by construction

/** The natural id of what somebody is to an elder: one elder, one person (`personOf` their openid). */
export const relationId = (elderId: Id, person: string): Id => `${elderId}_${person}`

/** The natural id of two registrations that are alike, whichever of them comes first. */
export const likenessId = (one: Id, other: Id): Id => [one, other].sort().join('_')

/** The natural id of somebody's place in an organisation: one organisation, role and person. */
export const membershipId = (orgId: Id, role: string, person: string): Id => `${orgId}_${role}_${person}`
