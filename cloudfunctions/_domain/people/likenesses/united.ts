import type { HeldCategory, Purpose, Sayable } from '#types/people/elders'
import { withCategories } from '../elders/changing'
import type { ElderRecord } from '../records'
import { asAnswered } from './refusals'

/**
 * An elder as all registrations of hers say it, for whoever cooks for her, goes to her door or counts what she has a right to: what any of
 * them says that she cannot eat, what any of them holds, and the number of another where hers has none. A consent covers what was said in
 * the registration for which it was given and nothing else: facts of another registration count under its own yes, and nothing can be
 * written into hers by that. Read by it, never write it: what belongs to another registration would stay when the two are parted.
 * @param joined the second registrations that were joined to hers
 */
export function united(elder: ElderRecord, joined: readonly ElderRecord[]): ElderRecord {
  if (joined.length === 0) return elder
  const all = [elder, ...joined.map(asAnswered)]
  const isSure = (one: ElderRecord) => !one.isIdPending || all.some((other) => isNumberOf(other, one))
  const known = all.filter((one) => one === elder || isSure(one)) // else what was found of her may be another's
  const ofHealth = agreeing(all, 'health')
  const { isIdPending, ...rest } = elder
  return {
    ...rest,
    ...(isIdPending && !isSure(elder) && { isIdPending }),
    consents: { ...elder.consents, health: firstYes(all, 'health'), category: firstYes(all, 'category') },
    phone: all.find(({ phone }) => phone !== null)?.phone ?? null,
    diet: [...new Set(ofHealth.flatMap(({ diet }) => diet))],
    allergies: [...new Set(ofHealth.flatMap(({ allergies }) => allergies))],
    ability: agreeing(known, 'health').find(({ ability }) => ability !== null)?.ability ?? null,
    categories: heldBy(elder, agreeing(known, 'category')),
  }
}

/** Whether a number that is open in one registration is settled in another of hers: then it is hers. */
const isNumberOf = (settled: ElderRecord, open: ElderRecord): boolean =>
  !settled.isIdPending && settled.idNumber !== null && settled.idNumber.digest === open.idNumber?.digest

const agreeing = (all: readonly ElderRecord[], purpose: Purpose): ElderRecord[] =>
  all.filter(({ consents }) => consents[purpose] !== null)

const firstYes = (all: readonly ElderRecord[], purpose: Purpose) =>
  agreeing(all, purpose)[0]?.consents[purpose] ?? null

/** What any of them holds, each span once, but for what was found since that she does not hold. */
function heldBy(elder: ElderRecord, all: readonly ElderRecord[]): HeldCategory[] {
  const held: HeldCategory[] = []
  for (const one of all)
    for (const span of one.categories) {
      const isThere = held.some(({ category, from }) => category === span.category && from === span.from)
      const isRefuted =
        one !== elder &&
        elder.notHeld.some(({ category, from }) => category === span.category && from >= span.from)
      if (!isThere && !isRefuted) held.push(span)
    }
  return held
}

/**
 * Another registration of hers once she has said what she eats and what not: all that was known was shown, so that what is not named any
 * more is not said there either. The same where it says nothing else.
 */
export function withoutUnsaid(one: ElderRecord, { diet, allergies }: Partial<Sayable>): ElderRecord {
  const kept = {
    diet: diet ? one.diet.filter((said) => diet.includes(said)) : one.diet,
    allergies: allergies ? one.allergies.filter((said) => allergies.includes(said)) : one.allergies,
  }
  const isSame = kept.diet.length === one.diet.length && kept.allergies.length === one.allergies.length
  return isSame ? one : { ...one, ...kept }
}

/**
 * Another registration of hers once staff have found what she holds: what they no longer name is not held there either, but for what was
 * decided on an application. The same where it says nothing else.
 */
export function withoutUnfound(
  one: ElderRecord,
  found: readonly HeldCategory[],
  determinations: Parameters<typeof withCategories>[2],
): ElderRecord {
  const decided = withCategories(one, [], determinations).categories
  const isKept = (span: HeldCategory) =>
    [...found, ...decided].some(({ category, from }) => category === span.category && from === span.from)
  const categories = one.categories.filter(isKept)
  return categories.length === one.categories.length ? one : { ...one, categories }
}
