import { addDays } from '#types/days'
import type { Condition } from '#types/policies/conditions'
import type { LocalDate } from '#types/values'
import { ageOn } from '../../base/calendar'
import type { Situation } from './person'

type Counted = NonNullable<Condition['age']>['counted']

/** A person's age as a condition counts it: on the day, from the month after a birthday, for the whole year of a birthday. */
export function countedAge({ birthDate, age, on }: Situation, counted: Counted): number | undefined {
  if (birthDate === undefined || counted === undefined || counted === 'day') return age
  return ageOn(birthDate, counted === 'nextMonth' ? lastDayBefore(on) : `${on.slice(0, 4)}-12-31`)
}

/** The last day of the month before. */
const lastDayBefore = (on: LocalDate): LocalDate => addDays(`${on.slice(0, 8)}01`, -1)
