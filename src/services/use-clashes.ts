import type { MenuClashes } from '#types/meals/clashes'
import type { ActFor } from '#types/people'
import type { LocalDate } from '#types/values'
import { type Loaded, useCloud } from './use-loaded'

/** What was found of a day's sets; nothing while nobody knows, or is told. */
export const foundIn = (clashes: Loaded<MenuClashes[]> | null): readonly MenuClashes[] =>
  clashes?.state === 'ready' ? clashes.data : []

/** The same of one sitting. */
export const clashesOf = (clashes: Loaded<MenuClashes[]> | null, sittingId: string): MenuClashes[] =>
  foundIn(clashes).filter((one) => one.sittingId === sittingId)

/** What of a day's menu the elder is allergic to; null where whoever holds the phone is not told, so that nobody asks. */
export function useClashes(
  elder: ActFor | null,
  stationId: string | undefined,
  date: LocalDate,
): Loaded<MenuClashes[]> | null {
  const isTold = elder?.scopes.includes('order') && elder.scopes.includes('health')
  const asked = elder && isTold && stationId && date ? { stationId, date, elderId: elder.id } : null
  const clashes = useCloud('meals.clashes', asked)
  return asked && clashes
}
