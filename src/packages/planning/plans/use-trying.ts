import type { KeptPlan, PlanChange } from '#types/meals/plans'
import { call } from '@/services/cloud'
import { useReading } from '@/services/use-reading'
import type { Tried } from './tried'

/** What a change would do, asked at a tap. */
export function useTrying(stationId: string, plans: readonly KeptPlan[], onTried: (tried: Tried) => void) {
  const reading = useReading()
  const attempt = async (change: PlanChange) => {
    const seen = seenOf(plans, change.act === 'write' ? change.plan.from : change.from)
    const trial = await reading.read(() => call('meals.tryPlan', { stationId, change, seen }))
    if (trial) onTried({ change, seen, trial })
  }
  return { attempt, isPending: reading.isPending, trouble: reading.trouble }
}

/** Which writing of the plan of that date was seen; null where there is none. */
const seenOf = (plans: readonly KeptPlan[], from: string): number | null =>
  plans.find((plan) => plan.from === from && plan.stands !== 'takenBack')?.rev ?? null
