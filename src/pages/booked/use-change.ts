import type { MealOrder } from '#types/meals/orders'
import { buzz } from '@/platform/buzz'
import { useAct } from '@/services/use-act'
import type { Change } from './change'

const otherPriceWords = '价钱刚刚变了，还没有改。请看一看新的价钱，再点一次。'

/** Sends a change of either kind, as one act. @param onRefused looks at the price again */
export function useChange(onChanged: (order: MealOrder) => void, onRefused: () => void) {
  const mode = useAct('meals.switchMode')
  const set = useAct('meals.changeSet')
  const acts = [mode, set]
  const failed = acts.find(({ code }) => code !== null)
  return {
    isPending: acts.some(({ isPending }) => isPending),
    trouble: failed?.code === 'PRICE_CHANGED' ? otherPriceWords : (failed?.trouble ?? null),
    clear() {
      for (const act of acts) if (act.code !== null) act.clear()
    },
    async send({ name, input }: Change) {
      const changed = await (name === 'meals.switchMode' ? mode.run(input) : set.run(input))
      if (!changed) return onRefused()
      buzz()
      onChanged(changed)
    },
  }
}
