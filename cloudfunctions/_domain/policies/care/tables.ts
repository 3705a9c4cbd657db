import type { MissingFact } from '#types/meals/prices'
import type { FenAMonth, MinutesAMonth } from '#types/policies/care'
import { type AbilityLevel, abilityLevels } from '#types/policies/conditions'
import { compileCondition, type Ground } from '../terms/conditions'
import { unknownIn } from '../terms/missing-facts'
import type { Situation } from '../terms/person'
import type { Test } from '../terms/truth'
import { NO, YES } from '../terms/truth'

/** A figure of a table for one person: the least and the most that it can be, and what is not known between the two. */
export interface Figure {
  least: number
  most: number
  missing: readonly MissingFact[]
}

/** So much a month, as a function of the person. */
export type Table = (person: Situation) => Figure

const unassessed: MissingFact = { fact: 'ability', wants: [], isDeclared: false }

interface Row {
  belongs: Test
  unknown(person: Situation): MissingFact[]
  byAbility: Partial<Record<AbilityLevel, number>>
}

/** One figure for all, or a matrix: the first row whose group the person belongs to, at the assessed ability. */
export function compileTable(written: MinutesAMonth | FenAMonth, ground: Ground): Table {
  if (typeof written === 'number') return () => ({ least: written, most: written, missing: [] })
  const rows = written.matrix.map(({ group, byAbility }): Row => {
    const who = { group: [group] }
    return {
      belongs: compileCondition(who, ground),
      unknown: (person) => unknownIn(who, person, ground),
      byAbility,
    }
  })
  return (person) => figureOf(rows, person)
}

/** Goes down the rows as long as an earlier one may be the person's, and gathers what each would give. */
function figureOf(rows: readonly Row[], person: Situation): Figure {
  const figures: number[] = []
  const missing: MissingFact[] = []
  let isSettled = false
  for (const row of rows) {
    const belongs = row.belongs(person)
    if (belongs === NO) continue
    const ofRow = figuresOf(row.byAbility, person.ability)
    figures.push(...ofRow)
    if (belongs !== YES) missing.push(...row.unknown(person))
    if (differ(ofRow)) missing.push(unassessed)
    if (belongs === YES) {
      isSettled = true
      break
    }
  }
  if (!isSettled) figures.push(0)
  const least = Math.min(...figures)
  const most = Math.max(...figures)
  return { least, most, missing: least === most ? [] : missing }
}

const figuresOf = (byAbility: Row['byAbility'], ability: AbilityLevel | undefined): number[] =>
  (ability === undefined ? abilityLevels : [ability]).map((level) => byAbility[level] ?? 0)

const differ = (figures: readonly number[]): boolean => figures.some((figure) => figure !== figures[0])
