import type { PlanRecord } from '../../cloudfunctions/_domain/meals/planning/records'
import { aPlan } from '../domain/meals/planning/a-plan'

/** A plan as a manager writes it, in a change. */
export function writing(own: Partial<PlanRecord> = {}) {
  const {
    id: _id,
    district: _d,
    stationId: _s,
    rev: _r,
    isAligned: _a,
    isTakenBack: _t,
    ...plan
  } = aPlan(own)
  return { act: 'write', plan }
}
