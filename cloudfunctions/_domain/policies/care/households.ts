import type { MissingFact } from '#types/meals/prices'
import type { Condition } from '#types/policies/conditions'
import { compileCondition, type Ground } from '../terms/conditions'
import { unknownIn } from '../terms/missing-facts'
import type { Person, Situation } from '../terms/person'
import { NO, type Truth, UNKNOWN, YES } from '../terms/truth'
import type { Grant } from './grants'
import type { Figure, Table } from './tables'

/** Somebody who may live there too: nobody has asked. Whatever they could bring is open until one knows with whom the person lives. */
export const stranger: Person = { held: [], notHeld: [], isAsked: false, isVerified: false }

/** Nothing at all is known of somebody. */
export const isStranger = ({ isAsked, isVerified, held, notHeld, ...facts }: Situation): boolean =>
  !isAsked &&
  !isVerified &&
  held.length + notHeld.length + (facts.lapsed?.length ?? 0) === 0 &&
  [facts.age, facts.sex, facts.hukou, facts.residentMonths, facts.livesAtHome, facts.ability].every(
    (fact) => fact === undefined,
  )

/** What has to be asked then. */
export const withWhom: MissingFact = { fact: 'living', wants: [], isDeclared: false }

/** What a rule gives to those who share it: one person, or all who live together. */
export type ShareRule<R> = (people: readonly Situation[]) => Grant<R>

interface One extends Figure {
  fits: Truth
}

/**
 * A rule for people who share an allowance. It fits if it fits one of them and is given once: as much as the one who gets
 * most out of it.
 */
export function compileShared<R>(
  rule: R,
  written: { who: Condition; table: Table; ground: Ground },
): ShareRule<R> {
  const { who, table, ground } = written
  const test = compileCondition(who, ground)
  const grantOf = (person: Situation): One => {
    const fits = test(person)
    if (fits === NO) return { fits, least: 0, most: 0, missing: [] }
    const figure = table(person)
    if (isStranger(person)) return strangersShare(figure)
    const ofWho = fits === YES ? [] : unknownIn(who, person, ground)
    return { fits, ...figure, missing: [...ofWho, ...figure.missing] }
  }
  return (people) => ({ rule, ...shared(people.map(grantOf)) })
}

/** What a stranger could bring, with the one question that helps; whether there is one is not known either. */
const strangersShare = ({ least, most }: Figure): One => ({ fits: UNKNOWN, least, most, missing: [withWhom] })

function shared(ones: readonly One[]): One {
  const possible = ones.filter((one) => one.fits !== NO)
  const sure = possible.filter((one) => one.fits === YES)
  if (possible.length === 0) return { fits: NO, least: 0, most: 0, missing: [] }
  const least =
    sure.length > 0
      ? Math.max(...sure.map((one) => one.least))
      : Math.min(...possible.map((one) => one.least))
  const most = Math.max(...possible.map((one) => one.most))
  const open = sure.length > 0 ? possible.filter((one) => one.most > least) : possible
  return { fits: sure.length > 0 ? YES : UNKNOWN, least, most, missing: open.flatMap((one) => one.missing) }
}
