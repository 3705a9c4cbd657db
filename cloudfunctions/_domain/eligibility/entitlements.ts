import { addDays } from '#types/days'
import type { Questionnaire } from '#types/eligibility'
import type { Applicable, Entitlements } from '#types/eligibility/entitlements'
import { AppError } from '#types/errors'
import type { Category } from '#types/people/categories'
import { policyKinds } from '#types/policies'
import type { PersonFact } from '#types/policies/conditions'
import type { LocalDate } from '#types/values'
import type { Grant } from '../access/grants'
import type { ElderRecord } from '../people/records'
import { answersOf, categoriesIn } from '../policies/answers'
import { policyOn } from '../policies/in-force'
import type { PolicyRecord } from '../policies/records'
import { type Person, situationOn } from '../policies/terms/person'

/** How an application goes: papers, days. */
interface ApplicationTerms {
  /** Days before the end of a category on which its renewal is due. */
  remindDays: number
  bring: Readonly<Record<string, string[]>>
}

/** What somebody has a right to on a local date, by every kind of policy in force. */
export function entitlementsOf(
  person: Person,
  policies: readonly PolicyRecord[],
  { on, hidden, terms }: { on: LocalDate; hidden: readonly PersonFact[]; terms: ApplicationTerms },
): Entitlements {
  const inForce = policyKinds.flatMap((kind) => policyOn(policies, kind, on) ?? [])
  const known = situationOn(person, on)
  const situation = hidden.includes('ability') ? { ...known, ability: undefined } : known // figures would tell it
  return {
    on,
    answers: inForce.flatMap((policy) => answersOf(policy, situation, hidden)),
    applicable: applicableIn(inForce)
      .map((one) => ({
        ...one,
        ...(hidden.includes('category') ? unheld : heldBy(person, one.category, on, terms)),
      }))
      .map((one) => ({ ...one, bring: papersFor(one, terms) })),
  }
}

/** The categories that any policy in force asks for, each once. */
function applicableIn(policies: readonly PolicyRecord[]): Pick<Applicable, 'category' | 'label' | 'bring'>[] {
  const found = new Map<string, Pick<Applicable, 'category' | 'label' | 'bring'>>()
  for (const policy of policies)
    for (const category of categoriesIn(policy) as Category[]) {
      const own = policy.categories[category]
      if (!found.has(category))
        found.set(category, { category, label: own?.label ?? null, bring: own?.bring ?? [] })
    }
  return [...found.values()]
}

/** The papers that are asked for: the district's own, else those that show such a category anywhere. */
export const papersFor = (
  { category, bring }: Pick<Applicable, 'category' | 'bring'>,
  terms: Pick<ApplicationTerms, 'bring'>,
): string[] => (bring.length > 0 ? bring : (terms.bring[category] ?? []))

/** The category that a district lets people apply for; undefined when none of its policies asks for it. */
export const applicableFor = (category: Category, policies: readonly PolicyRecord[], on: LocalDate) =>
  applicableIn(policyKinds.flatMap((kind) => policyOn(policies, kind, on) ?? [])).find(
    (one) => one.category === category,
  )

const unheld = { held: null, isEnding: false }

function heldBy(
  { held }: Pick<Person, 'held'>,
  category: Category,
  on: LocalDate,
  { remindDays }: ApplicationTerms,
): Pick<Applicable, 'held' | 'isEnding'> {
  const now = held.find(
    (one) => one.category === category && (one.from ?? '') <= on && (one.to === null || on <= one.to),
  )
  if (!now) return unheld
  return {
    held: { from: now.from ?? on, to: now.to },
    isEnding: now.to !== null && addDays(now.to, -remindDays) <= on,
  }
}

/** What somebody says of themselves without a name. It is believed: the answers are only likely ones. */
export function personAsked({
  age,
  hukou,
  living,
  categories,
  ability,
}: Omit<Questionnaire, 'district'>): Person {
  return {
    ...(age !== undefined && { age }),
    ...(hukou !== undefined && { hukou }),
    ...(living !== undefined && { living }),
    ...(ability !== undefined && { ability: { level: ability, from: null } }),
    held: (categories ?? []).map((category) => ({ category, from: null, to: null })),
    notHeld: [],
    isAsked: categories !== undefined,
    isVerified: true,
  }
}

/**
 * Facts that a relative does not read: which categories she holds (her guardian does), and without the scope health how she
 * was assessed.
 */
export function hiddenFrom({ relation }: Pick<Grant, 'relation'>): PersonFact[] {
  if (relation === null || relation.relation === 'guardian') return []
  return relation.scopes.includes('health') ? ['category'] : ['category', 'ability']
}

/** Categories of an elder that end between two local dates and have not been renewed; none of somebody who has died. */
export function endingsOf(
  { categories, state, diedOn }: Pick<ElderRecord, 'categories' | 'state' | 'diedOn'>,
  from: LocalDate,
  until: LocalDate,
): { category: Category; to: LocalDate }[] {
  if (state !== 'active' || diedOn !== null) return []
  return categories.flatMap(({ category, to }) => {
    if (to === null || to < from || to > until) return []
    const isRenewed = categories.some((one) => one.category === category && (one.to === null || one.to > to))
    return isRenewed ? [] : [{ category, to }]
  })
}

/** Whether she holds a category that is not to be renewed yet. */
export function isHeldFor(
  elder: Pick<ElderRecord, 'categories'>,
  category: Category,
  on: LocalDate,
  terms: ApplicationTerms,
): boolean {
  const { held, isEnding } = heldBy({ held: elder.categories }, category, on, terms)
  return held !== null && !isEnding
}

/**
 * What she holds already is applied for again only when it is to be renewed: a new application would take the place of the
 * decision. @throws AppError `ALREADY_HELD`
 */
export function requireNotHeld(...about: Parameters<typeof isHeldFor>): void {
  const [, category] = about
  if (isHeldFor(...about)) throw new AppError('ALREADY_HELD', { category })
}
