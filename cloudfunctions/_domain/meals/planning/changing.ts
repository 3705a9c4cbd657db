import { addDays, localDate } from '#types/days'
import { AppError } from '#types/errors'
import { planId } from '#types/ids'
import { most } from '#types/limits'
import type { KeptPlan, PlanChange } from '#types/meals/plans'
import type { LocalDate } from '#types/values'
import type { HolidayCalendar } from '../../policies/terms/days'
import type { StationRecord } from '../../stations/records'
import { cutoffOn, isServedOn, planOn } from './plans'
import { type PlanRecord, planFault } from './records'

/** What a change of a station's plans starts from. */
interface Ground {
  station: Pick<StationRecord, 'id' | 'district'>
  /** All of them that count from today on, those that were taken back, too. */
  plans: readonly PlanRecord[]
  calendar: HolidayCalendar
  now: Date
}

/** A plan is written at most so many days before it begins. */
const MOST_AHEAD = 366
/** No meal is booked or cancelled earlier than so many days before it. */
const LONGEST_BEFORE = 7

/**
 * The plan that a change writes; the one that stands there already where it says the same.
 * @param seen the `rev` of the plan of that slot and date as the caller saw it; null: they saw none
 * @throws AppError `PLAN_CHANGED` where somebody else has written it meanwhile, `NOT_FOUND` where there is nothing to end or to take back,
 *   `PLAN_FAULTY` with `fault`, `DATE_TOO_FAR`, `PLAN_TOO_LATE` with `earliest`, in this order
 */
export function changedPlan(change: PlanChange, seen: number | null, ground: Ground): PlanRecord {
  const { slot, from } = change.act === 'write' ? change.plan : change
  const id = planId(ground.station.id, from, slot)
  const there = ground.plans.find((plan) => plan.id === id) ?? null
  const known = there && !there.isTakenBack ? there : null
  if (there?.isTakenBack && change.act === 'takeBack') return there

  const wanted = wantedPlan(change, { known, ground })
  if (known && wanted && says(known) === says({ ...wanted, id })) return known
  if ((known?.rev ?? null) !== seen) throw new AppError('PLAN_CHANGED', { ...(known && { rev: known.rev }) })
  if (!wanted) throw new AppError('NOT_FOUND', { slot, from })
  const next = { ...wanted, id, rev: (there?.rev ?? 0) + 1, isAligned: false }
  requireSound(next, ground)
  requireInTime(next, ground)
  return next
}

/** All plans once one of them is written. */
export const withPlan = (plans: readonly PlanRecord[], next: PlanRecord): PlanRecord[] => [
  ...plans.filter(({ id }) => id !== next.id),
  next,
]

/** A plan as its manager reads it. */
export function keptPlan(plan: PlanRecord, plans: readonly PlanRecord[], today: LocalDate): KeptPlan {
  const { stationId, slot, from } = plan
  const [later] = plans
    .filter((one) => one.stationId === stationId && one.slot === slot && one.from > from && !one.isTakenBack)
    .map((one) => one.from)
    .sort()
  const until = later === undefined ? null : addDays(later, -1)
  const hasBegun = from <= today
  const isOver = until !== null && until < today
  const stands = hasBegun ? (isOver ? 'over' : 'inForce') : 'coming'
  return { ...plan, until, stands: plan.isTakenBack ? 'takenBack' : stands }
}

/** What is to be written, as far as the change says it; null: there is nothing to change. */
function wantedPlan(
  change: PlanChange,
  { known, ground: { station, plans } }: { known: PlanRecord | null; ground: Ground },
): Omit<PlanRecord, 'id'> | null {
  const { id: stationId, district } = station
  if (change.act === 'write') return { ...change.plan, stationId, district, rev: 0, isAligned: false }
  if (change.act === 'takeBack') return known && { ...known, isTakenBack: true }
  const ended = planOn(plans, { stationId, slot: change.slot }, change.from) ?? known
  return ended && { ...ended, from: change.from, weekdays: [] }
}

/** @throws AppError `PLAN_FAULTY` with `fault` */
function requireSound(next: PlanRecord, { plans, now }: Ground): void {
  const isComing = ({ slot, from, isTakenBack }: PlanRecord) =>
    slot === next.slot && from > localDate(now) && !isTakenBack
  const isTooMany = withPlan(plans, next).filter(isComing).length > most.comingPlans
  const fault = planFault(next) ?? (isTooMany ? 'tooMany' : null)
  if (fault) throw new AppError('PLAN_FAULTY', { fault })
}

/**
 * A plan changes the future only: from a date on of which, and after which, no meal is past its cut-off, be it by what was planned or by
 * what is planned now.
 * @throws AppError `DATE_TOO_FAR`, `PLAN_TOO_LATE` with the `earliest` date
 */
function requireInTime(next: PlanRecord, { plans, calendar, now }: Ground): void {
  const today = localDate(now)
  if (next.from > addDays(today, MOST_AHEAD)) {
    throw new AppError('DATE_TOO_FAR', { date: next.from, daysAhead: MOST_AHEAD })
  }
  const isPast = (plan: PlanRecord, date: LocalDate) =>
    isServedOn(plan, date, calendar) && cutoffOn(plan, date) <= now.toISOString()
  const after = (date: LocalDate) => (next.isTakenBack ? planOn(withPlan(plans, next), next, date) : next)
  const begun = Array.from({ length: LONGEST_BEFORE + 1 }, (_, days) => addDays(today, days)).filter((date) =>
    [planOn(plans, next, date), after(date)].some((plan) => plan && isPast(plan, date)),
  )
  const last = begun.at(-1)
  const earliest = last === undefined ? today : addDays(last, 1)
  if (next.from < earliest) throw new AppError('PLAN_TOO_LATE', { earliest })
}

/** What two plans have to share so that writing one over the other changes nothing. */
function says(plan: PlanRecord | (Omit<PlanRecord, 'rev' | 'isAligned'> & Partial<PlanRecord>)): string {
  const { rev: _, isAligned: _aligned, ...rest } = plan
  return JSON.stringify(Object.entries(rest).sort(([one], [other]) => (one < other ? -1 : 1)))
}
