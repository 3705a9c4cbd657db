import type { SetClashes } from '#types/meals/clashes'
import type { MealOrder } from '#types/meals/orders'
import type { Mode, ShownSet, Sitting } from '#types/meals/sittings'

/** What is picked in the sheet; no set where the one that was ordered is on the menu no more. */
export interface Picked {
  setId: string | null
  mode: Mode
}

/** How the sheet begins: with what is ordered. */
export const pickOf = ({ setId, mode }: MealOrder, { sets }: Sitting): Picked => ({
  setId: sets.some(({ id }) => id === setId) ? setId : null,
  mode,
})

export const isOther = ({ setId, mode }: Picked, order: MealOrder): boolean =>
  setId !== order.setId || mode !== order.mode

/** What she is allergic to in another set than hers; null where nothing is known of that. @param found of the picked set */
export const clashingOf = (
  { setId }: Picked,
  order: MealOrder,
  found: SetClashes | null,
): SetClashes | null => (setId !== order.setId && found && found.clashes.length > 0 ? found : null)

/** Take-away and delivery share their portions: between these two nothing more is needed, nor for what one has. */
export function hasPlace(mode: Mode, order: MealOrder, sitting: Sitting): boolean {
  if (mode === order.mode) return true
  if (mode === 'dineIn') return sitting.seatsLeft > 0
  return order.mode !== 'dineIn' || sitting.portionsLeft > 0
}

/** What the phone shows: what it costs then, fen, and what the set is made of. */
interface Told {
  pays: number
  sees: ShownSet
}

/** What is asked of the cloud. */
export type Change =
  | { name: 'meals.switchMode'; input: { orderId: string; mode: Mode } & Told }
  | { name: 'meals.changeSet'; input: { orderId: string; setId: string; mode: Mode } & Told }

/** The set with its way of eating, or the way of eating alone. */
export function changeOf(
  { setId, mode }: { setId: string; mode: Mode },
  order: MealOrder,
  told: Told,
): Change {
  const orderId = order.id
  return setId === order.setId
    ? { name: 'meals.switchMode', input: { orderId, mode, ...told } }
    : { name: 'meals.changeSet', input: { orderId, setId, mode, ...told } }
}
