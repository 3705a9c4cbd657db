import type { Mind } from '#types/meals/orders'
import { dietWord } from '#types/words/people/elders/diets'

/** What the kitchen is to mind: 少盐、软烂；过敏：花生. */
export function mindWord({ diet, allergies }: Mind): string {
  const eats = diet.map((one) => dietWord[one]).join('、')
  const never = allergies.length > 0 ? `过敏：${allergies.join('、')}` : ''
  return [eats, never].filter(Boolean).join('；')
}
