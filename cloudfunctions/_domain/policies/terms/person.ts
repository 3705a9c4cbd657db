import type { Category } from '#types/people/categories'
import type { Hukou, Living, Sex } from '#types/people/elders'
import { type AbilityLevel, abilityLevels } from '#types/policies/conditions'
import type { LocalDate } from '#types/values'
import { ageOn } from '../../base/calendar'
import type { ElderRecord } from '../../people/records'

/** A category from a local date to a local date; null: open. */
interface Span {
  category: Category
  from: LocalDate | null
  to: LocalDate | null
}

/**
 * What is known of a person, for rules. A fact that is not there is not known: it is never taken for a "no".
 * Dates say from when to when a fact holds, so that it counts on the day of eating.
 */
export interface Person {
  birthDate?: LocalDate
  /** Full years, where no birth date is known. */
  age?: number
  sex?: Sex
  hukou?: Hukou
  residentSince?: LocalDate
  living?: Living
  /** Where no more is known than whether it is an institution. */
  livesAtHome?: boolean
  /** Assessed on `from`; it counts from that day on. */
  ability?: { level: AbilityLevel; from: LocalDate | null }
  held: readonly Span[]
  /** Known not to be held. */
  notHeld: readonly Span[]
  /** True where somebody has asked about every category: what is not held is known not to be. */
  isAsked: boolean
  /** When that was, where it is known: what has ended or come up since was not asked about. */
  askedOn?: LocalDate
  /** Whether somebody has seen the papers for age, household, residence. */
  isVerified: boolean
}

/** A person as they are on one local date. */
export interface Situation {
  on: LocalDate
  age: number | undefined
  birthDate: LocalDate | undefined
  sex: Sex | undefined
  /** 0 this town … 3 this province, 4 elsewhere. */
  hukou: number | undefined
  residentMonths: number | undefined
  living: Living | undefined
  livesAtHome: boolean | undefined
  ability: AbilityLevel | undefined
  held: readonly Category[]
  notHeld: readonly Category[]
  isAsked: boolean
  askedOn?: LocalDate | undefined
  /** Held when somebody asked last, and ended since: it may have been renewed. */
  lapsed?: readonly Category[]
  isVerified: boolean
}

const hukouDistance: Record<Hukou, number> = {
  thisTown: 0,
  thisDistrict: 1,
  thisCity: 2,
  thisProvince: 3,
  elsewhere: 4,
}

/** What holds for a person on a local date: the birthday itself, first and last days of categories included. */
export function situationOn(person: Person, on: LocalDate): Situation {
  const { birthDate, ability, residentSince, hukou } = person
  return {
    on,
    birthDate,
    age: birthDate === undefined ? person.age : ageOn(birthDate, on),
    sex: person.sex,
    hukou: hukou === undefined ? undefined : hukouDistance[hukou],
    residentMonths: residentSince === undefined ? undefined : monthsBetween(residentSince, on),
    living: person.living,
    livesAtHome: person.living === undefined ? person.livesAtHome : person.living !== 'institution',
    ability: ability && (ability.from === null || ability.from <= on) ? ability.level : undefined,
    held: categoriesOn(person.held, on),
    notHeld: categoriesOn(person.notHeld, on),
    isAsked: person.isAsked,
    askedOn: person.askedOn,
    lapsed: lapsedOn(person, on),
    isVerified: person.isVerified,
  }
}

/** What nobody has found out of somebody of whom it is not sure who it is. */
const ofNobody = {
  ability: undefined,
  held: [],
  notHeld: [],
  isAsked: false,
  askedOn: undefined,
  isVerified: false,
}

/**
 * What is known of a registered elder. Of one whose id number is claimed by others, too, it is what she says: nobody has seen a paper,
 * and what was found of her may be another's.
 */
export function personFrom(elder: ElderRecord): Person {
  const { birthDate, sex, hukou, residentSince, living, ability } = elder
  const level = ability && abilityLevels[ability.grade]
  return {
    birthDate,
    sex,
    living,
    ...(hukou !== null && { hukou }),
    ...(residentSince !== null && { residentSince }),
    ...(ability && level && { ability: { level, from: ability.on } }),
    held: elder.categories,
    notHeld: elder.notHeld,
    isAsked: elder.askedOn !== null,
    ...(elder.askedOn !== null && { askedOn: elder.askedOn }),
    isVerified: elder.verifiedBy !== null,
    ...(elder.isIdPending && { ...ofNobody }),
  }
}

const NONE: readonly Category[] = []

function lapsedOn({ held, askedOn }: Person, on: LocalDate): readonly Category[] {
  if (askedOn === undefined) return NONE
  return held.filter(({ to }) => to !== null && to < on && to >= askedOn).map(({ category }) => category)
}

function categoriesOn(spans: readonly Span[], on: LocalDate): Category[] {
  const found: Category[] = []
  for (const { category, from, to } of spans) {
    if ((from === null || from <= on) && (to === null || on <= to)) found.push(category)
  }
  return found
}

/** Whole months from one local date to another; negative ones are none. */
function monthsBetween(from: LocalDate, to: LocalDate): number {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7))
  return Math.max(0, to.slice(8) >= from.slice(8) ? months : months - 1)
}
