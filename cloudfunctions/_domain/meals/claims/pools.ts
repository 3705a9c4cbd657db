import type { Mode } from '#types/meals/sittings'
import type { SittingRecord } from '../records'
import type { Places } from './records'

/** The pool of a way of eating: a seat, or a portion. */
export const placePool = (mode: Mode): 'seats' | 'portions' => (mode === 'dineIn' ? 'seats' : 'portions')

/** The pool of what elders whom nobody has seen may hold of it. */
export const unseenPool = (mode: Mode): string => `u-${placePool(mode)}`

/** The pool of a dish that has a limit. */
export const dishPool = (dishId: string): string => `d-${dishId}`

/** The dish of such a pool. */
export const dishIn = (pool: string): string => pool.slice(dishPool('').length)

export const isDishPool = (pool: string): boolean => pool.startsWith(dishPool(''))

/** What a sitting can hold of each pool. @param dishes so many of each dish that has a limit */
export function capacityOf(
  {
    seats,
    reserve,
    portions,
    dishes = {},
  }: { seats: number; reserve: number; portions: number; dishes?: Places },
  { percentOfPlaces }: { percentOfPlaces: number },
): Places {
  const share = (places: number) => Math.floor((places * percentOfPlaces) / 100)
  return {
    ...{ seats, reserve, portions, 'u-seats': share(seats), 'u-portions': share(portions) },
    ...Object.fromEntries(Object.entries(dishes).map(([id, most]) => [dishPool(id), most])),
  }
}

/** What one order takes of a sitting. @param isLittle whether its place is one of those for elders whom nobody has seen */
export function takesOf(
  { sets }: Pick<SittingRecord, 'sets'>,
  { mode, setId }: { mode: Mode; setId: string },
  isLittle: boolean,
): Places {
  const limited = sets.find(({ id }) => id === setId)?.limited ?? []
  return {
    [placePool(mode)]: 1,
    ...(isLittle && { [unseenPool(mode)]: 1 }),
    ...Object.fromEntries(limited.map((dish) => [dishPool(dish), 1])),
  }
}

/** Pools of which less is left than is to be taken; empty: all of it can be had. */
export const lacking = (left: Places, takes: Places): string[] =>
  Object.keys(takes).filter((pool) => (left[pool] ?? 0) < (takes[pool] ?? 0))

/** One amount and another together, pool by pool. */
export const plus = (one: Places, other: Places): Places =>
  Object.fromEntries(poolsOf(one, other).map((pool) => [pool, (one[pool] ?? 0) + (other[pool] ?? 0)]))

/** One amount without another. */
export const minus = (one: Places, other: Places): Places =>
  plus(one, Object.fromEntries(Object.entries(other).map(([pool, n]) => [pool, -n])))

/** What is more than nothing of an amount. */
export const positive = (places: Places): Places =>
  Object.fromEntries(Object.entries(places).filter(([, n]) => n > 0))

/** Whether two amounts are the same, pool by pool. */
export const isSameAs = (one: Places, other: Places): boolean =>
  Object.values(minus(one, other)).every((n) => n === 0)

const poolsOf = (...some: Places[]): string[] => [...new Set(some.flatMap(Object.keys))]
