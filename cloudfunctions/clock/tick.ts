import { passOnAbandoned } from './abandoned-visits'
import { giveBackLeft } from './claims-left'
import { endMeanwhile } from './gone-elders'
import { followKitchens } from './kitchens-behind'
import { sayLate } from './late-visits'
import { remindOfMeals } from './meals-ahead'
import { followMenus } from './menus-behind'
import { sayMenusMissing } from './menus-missing'
import { sendLeft } from './send-left'
import { followPlans } from './sittings-behind'
import { followTerms } from './terms-behind'
import { sayUnanswered } from './unanswered-orders'

/**
 * What fell due since the clock last looked, the most urgent first, and what messages were left lying. Pages show what is due by
 * themselves: if this never ran, nobody would be told of it, and no figure would be wrong. A step that fails is a line in the
 * log, and the others are taken all the same.
 */
export async function tick(now: Date): Promise<Record<string, number>> {
  const steps = {
    late: sayLate,
    abandoned: passOnAbandoned,
    gone: endMeanwhile,
    claims: giveBackLeft,
    unanswered: sayUnanswered,
    ahead: remindOfMeals,
    plans: followPlans,
    kitchens: followKitchens,
    terms: followTerms,
    menus: followMenus,
    missing: sayMenusMissing,
    left: sendLeft,
  }
  const done: Record<string, number> = {}
  for (const [what, step] of Object.entries(steps)) {
    try {
      done[what] = await step(now)
    } catch (error) {
      console.error(
        JSON.stringify({ what: 'the clock left something out', step: what, error: String(error) }),
      )
    }
  }
  return done
}
