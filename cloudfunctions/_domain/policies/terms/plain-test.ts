import { type Condition, levels } from '#types/policies/conditions'
import type { LocalDate } from '#types/values'
import { countedAge } from './counted-age'
import { NO, type Test, type Truth, UNKNOWN, YES } from './truth'

/** What somebody says of themselves without a paper: what a yes and a no of theirs come to. */
export interface Unseen {
  yes: Truth
  no: Truth
}

/**
 * Age, household and categories in one test: what nearly every rule asks for. Null where a condition asks for none of them.
 */
export function plainTest(
  { age, hukou, category }: Condition,
  unseen: Unseen,
  since: LocalDate | undefined,
): Test | null {
  if (!age && !hukou && !category) return null
  const { from = 0, to = Number.POSITIVE_INFINITY, counted = 'day' } = age ?? {}
  const asksAge = age !== undefined
  const isDay = counted === 'day'
  const most = hukou ? levels.indexOf(hukou) : Number.POSITIVE_INFINITY
  const asksHukou = hukou !== undefined
  const holds = category ? holdsAny(category, since) : null
  return (person) => {
    let found: Truth = YES
    if (asksHukou) {
      const far = person.hukou
      const truth = far === undefined ? UNKNOWN : seen(far <= most, person.isVerified, unseen)
      if (truth === NO) return NO
      found = truth
    }
    if (asksAge) {
      const years = isDay ? person.age : countedAge(person, counted)
      const truth =
        years === undefined ? UNKNOWN : seen(years >= from && years <= to, person.isVerified, unseen)
      if (truth === NO) return NO
      if (truth === UNKNOWN) found = UNKNOWN
    }
    if (holds === null) return found
    const held = holds(person)
    return held === YES ? found : held
  }
}

/** What a fact comes to, by whether somebody has seen its papers. */
export const seen = (holds: boolean, isVerified: boolean, { yes, no }: Unseen): Truth =>
  isVerified ? (holds ? YES : NO) : holds ? yes : no

/**
 * Held on the day, else known not to be held: every one of them. Whoever asked about all of them knew those of that time; what
 * has run out since, and what a later policy made up, is not known again.
 */
function holdsAny(wanted: NonNullable<Condition['category']>, since: LocalDate | undefined): Test {
  const own = wanted.filter((category) => category.startsWith('own-'))
  return ({ held, notHeld, isAsked, askedOn, lapsed }) => {
    for (let place = 0; place < held.length; place++) if (wanted.includes(held[place] ?? 'own-')) return YES
    if (isAsked) {
      for (const category of lapsed ?? [])
        if (wanted.includes(category) && !notHeld.includes(category)) return UNKNOWN
      const isNew = own.length > 0 && askedOn !== undefined && since !== undefined && askedOn < since
      if (!isNew) return NO
      return own.every((category) => notHeld.includes(category)) ? NO : UNKNOWN
    }
    for (const category of wanted) if (!notHeld.includes(category)) return UNKNOWN
    return NO
  }
}
