import { most, mostPlaces } from '#types/limits'
import { slots } from '#types/meals/slots'
import { menusOf } from './plans'
import type { Wrong } from './references'
import type { Places } from './shapes'

type Files = Omit<Places, 'policies'>

/** What no kitchen could publish and no manager plan: dishes of which nobody says what is in them, too many dishes, or too many places. */
export function unbookable(files: Files): Wrong[] {
  return [...silentDishes(files), ...tooManyDishes(files), ...tooManyPlaces(files)]
}

const silentDishes = ({ menus }: Files): Wrong[] =>
  menus.sets.flatMap(({ dishes }, at) =>
    dishes.flatMap(({ name, allergens }, nth) => {
      if (allergens !== null) return []
      const path = ['sets', at, 'dishes', nth, 'allergens']
      const problem = `“${name}”里有什么还没有写。这几样都没有就写 []，不写清楚的菜单不能公布。`
      return [{ file: 'menus', path, problem }]
    }),
  )

function tooManyDishes(files: Files): Wrong[] {
  const written = menusOf({ ...files, policies: [] }, ANY_DAY, ANY_DAY)
  const largest = Math.max(0, ...written.map(({ dishes }) => dishes.length))
  if (largest <= most.menuDishes) return []
  const problem = `一周的一餐最多 ${most.menuDishes} 样菜，这里有 ${largest} 样。同一样菜的菜名和过敏说明要写得一样。`
  return [{ file: 'menus', path: ['sets'], problem }]
}

/** Every week is the same in a folder. */
const ANY_DAY = '2026-01-05'

const tooManyPlaces = ({ tables }: Files): Wrong[] =>
  tables.flatMap((table, at) =>
    slots.flatMap((slot) => {
      const { seats = 0, portions = 0 } = table[slot] ?? {}
      if (seats + portions <= mostPlaces) return []
      const problem = `座位和份数一共最多 ${mostPlaces}，这里是 ${seats + portions}。`
      return [{ file: 'tables', path: [at, slot, 'portions'], problem }]
    }),
  )
