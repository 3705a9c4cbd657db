import { useDraft } from '@/services/draft'
import { mealDraft } from '@/services/meal-draft'
import type { Wish } from './wish'

/** So long somebody who was called away may come back to it; whoever comes later begins anew. */
const draftHours = 2

/**
 * What somebody has chosen, through a restart of the phone, until it is booked.
 * @param opened what the page was opened for: a wish of another opening is none of this one
 */
export function useKeptWish(opened: string): { kept: Wish; keepWish(wish: Wish): void } {
  const draft = useDraft<{ opened: string; wish: Wish }>(mealDraft, { opened, wish: {} }, draftHours)
  const { value } = draft
  return {
    kept: value.opened === opened ? value.wish : {},
    keepWish: (wish) => draft.write({ opened, wish }),
  }
}
