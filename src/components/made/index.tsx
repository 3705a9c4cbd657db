import type { MealSet } from '#types/meals/sittings'
import { madeWord } from '@/services/dish-words'
import { Soft } from '../text'

/** In which other ways the kitchen makes dishes of a set; nothing where it says none. */
export function Made({ set }: { set: Pick<MealSet, 'dishes'> }) {
  const made = madeWord(set.dishes)
  return made && <Soft small>{made}</Soft>
}
