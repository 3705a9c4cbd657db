import { mealOrderId, servedDayId } from '#types/ids'
import { type MealOrderState, mealOrderMoves } from '#types/states'
import { heldBy } from '../../cloudfunctions/_domain/meals/claims/claiming'
import { isSameAs, minus, plus, takesOf } from '../../cloudfunctions/_domain/meals/claims/pools'
import { sentences } from './check-accounts'
import { follows, isInOrder } from './histories'
import type { Records } from './records'

type Order = Records['mealOrders'][number]
type Entry = Records['settlementEntries'][number]

/** What is wrong between orders, the places that they take, the subsidies that they use and what is owed for them. */
export function mealFaults(records: Records): string[] {
  return [
    ...records.mealOrders.flatMap((order) => orderFaults(order, records)),
    ...records.sittings.flatMap((sitting) => placeFaults(sitting, records)),
    ...records.settlementEntries.flatMap((entry) => entryFaults(entry, records)),
    ...records.subsidyUses.flatMap((period) => useFaults(period, records)),
    ...records.servedDays.flatMap((day) => servedFaults(day, records)),
  ]
}

function orderFaults(order: Order, { sittings, elders, ...known }: Records): string[] {
  const { id, sittingId, elderId, state } = order
  const sitting = sittings.find((one) => one.id === sittingId)
  const elder = elders.find((one) => one.id === elderId)
  if (!sitting || !elder) return [`mealOrders/${id} is of a sitting or an elder that is not there.`]

  const { stationId, date, slot, startsAt, operatorId } = sitting
  const copied = { stationId, date, slot, startsAt, operatorId, elderName: elder.name }
  const set = sitting.sets.find((one) => one.id === order.setId)
  const sum = (...kinds: string[]) =>
    order.lines.filter(({ kind }) => kinds.includes(kind)).reduce((all, { amount }) => all + amount, 0)
  const entries = known.settlementEntries.filter(({ orderId }) => orderId === id)
  const kept = known.subsidyUses.find((period) => period.id === order.usedIn)
  const counts = holds(state) || state === 'served'
  const used = kept?.uses.filter(({ orderId }) => orderId === id) ?? []
  return sentences(`mealOrders/${id}`, [
    [id !== mealOrderId(sittingId, elderId), 'is not named after sitting and elder'],
    [
      Object.entries(copied).some(([field, value]) => order[field as keyof Order] !== value),
      'says of its sitting or elder what they do not',
    ],
    [set === undefined || set.price !== sum('list'), 'has a set or a price that is not offered'],
    [!sitting.modes.includes(order.mode), 'is eaten in a way that is not offered'],
    [isBrought(order) !== (order.deliverTo !== null), 'and the door that it goes to do not agree'],
    [
      sum('list', 'delivery') !== sum('discount', 'subsidy', 'selfPay'),
      'is not paid for by what its lines say',
    ],
    [order.elderPays !== sum('selfPay'), 'costs the elder something else than its lines say'],
    [order.history.at(-1)?.state !== state, 'is in a state that its history does not end in'],
    [order.placedAt >= sitting.cutoffAt, 'was booked after the cut-off'],
    [!isInOrder(order.history), 'has a history that runs backwards'],
    [
      !follows(order.history, ['placed', 'confirmed'], mealOrderMoves),
      'has a history that its states do not allow',
    ],
    [entries.length !== order.entries, 'and the ledger do not agree on how many lines there are of it'],
    [
      (state === 'served') !== entries.some(({ kind }) => kind === 'served'),
      'is served and not settled, or settled and not served',
    ],
    [counts && used.length !== order.uses.length, 'uses of its subsidies what is not counted'],
    [!counts && used.length > 0, 'is over and still uses subsidies'],
  ])
}

function placeFaults(sitting: Records['sittings'][number], { mealOrders }: Records): string[] {
  const { id, state, capacity, left, claims } = sitting
  const takenOf = (pool: string) => (capacity[pool] ?? 0) - (left[pool] ?? 0)
  const taken = mealOrders.filter(
    ({ sittingId, state: its }) => sittingId === id && (holds(its) || its === 'served'),
  )
  const inside = taken.filter(({ mode }) => mode === 'dineIn').length
  const held = Object.values(claims).map(heldBy).reduce(plus, {})
  return sentences(`sittings/${id}`, [
    [state !== 'open', 'was never opened, or is closed'],
    [takenOf('seats') !== inside, `has ${takenOf('seats')} seats taken and ${inside} orders that take one`],
    [takenOf('portions') !== taken.length - inside, 'has portions taken that no order takes'],
    [!isSameAs(left, minus(capacity, held)), 'has not left what is not claimed of it'],
    ...taken.map((order): [boolean, string] => [
      !isClaimedFor(order, claims[order.elderId], sitting),
      `has no claim of what ${order.id} takes`,
    ]),
    ...Object.keys(claims).map((elderId): [boolean, string] => [
      !taken.some((order) => order.elderId === elderId),
      `has a claim for ${elderId}, who has no order`,
    ]),
  ])
}

function isClaimedFor(
  order: Order,
  claim: Records['sittings'][number]['claims'][string] | undefined,
  sitting: Records['sittings'][number],
): boolean {
  if (!claim || claim.attempt !== order.attempt) return false
  return isSameAs(claim.takes, takesOf(sitting, order, order.isUnseen ?? false))
}

function entryFaults(entry: Entry, { mealOrders }: Records): string[] {
  const { id, orderId, billed, elderPaid, owed, kind } = entry
  const order = mealOrders.find((one) => one.id === orderId)
  if (!order) return [`settlementEntries/${id} is of an order that is not there.`]
  const given = owed.filter(({ to }) => to === 'elder').reduce((all, { amount }) => all + amount, 0)
  return sentences(`settlementEntries/${id}`, [
    [!id.startsWith(`${orderId}_`), 'is not named after its order'],
    [
      entry.date !== order.date || entry.operatorId !== order.operatorId,
      'is of another day or operator than its order',
    ],
    [kind === 'served' && elderPaid !== order.elderPays, 'and its order do not agree on what the elder pays'],
    [billed !== elderPaid + given, 'bills something else than what is paid and owed'],
    [
      kind === 'served' && !order.history.some(({ state, at }) => state === 'served' && near(at, entry.at)),
      'was written when nothing was served',
    ],
    [entry.month < order.date.slice(0, 7), 'is settled in a month before the meal'],
  ])
}

function useFaults({ id, elderId, uses }: Records['subsidyUses'][number], { mealOrders }: Records): string[] {
  return uses.flatMap(({ orderId, amount, rule }) => {
    const order = mealOrders.find((one) => one.id === orderId)
    const isSaid = order?.uses.some((use) => use.rule === rule && use.amount === amount) ?? false
    const isPaid = order?.lines.some((line) => line.rule === rule && line.amount === amount) ?? false
    return sentences(`subsidyUses/${id}`, [
      [order?.elderId !== elderId || order.usedIn !== id, `counts ${orderId}, which knows nothing of it`],
      [!isSaid || !isPaid, `counts for ${orderId} what its price does not say`],
    ])
  })
}

function servedFaults(
  { id, elderId, date, served }: Records['servedDays'][number],
  known: Records,
): string[] {
  const orders = known.mealOrders.filter(
    (order) => order.elderId === elderId && order.date === date && order.state === 'served',
  )
  return sentences(`servedDays/${id}`, [
    [id !== servedDayId(elderId, date), 'is not named after elder and day'],
    [
      sorted(served.map(({ orderId }) => orderId)) !== sorted(orders.map((order) => order.id)),
      'and the orders that were served do not agree',
    ],
  ])
}

const holds = (state: MealOrderState) => state === 'placed' || state === 'confirmed'

/** Two instants of one transaction. */
const near = (one: string, other: string) => Math.abs(Date.parse(one) - Date.parse(other)) < 1000

const sorted = (ids: readonly string[]) => [...ids].sort().join()

/** What is cancelled or refused goes to no door any more. */
const isBrought = ({ mode, state }: Order) =>
  mode === 'delivery' && state !== 'cancelled' && state !== 'refused'
