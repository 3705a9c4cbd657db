import type { Situation } from './person'

/** Whether something holds: no, yes, or not known. Numbers, because a table asks a million times. */
export type Truth = 0 | 1 | 2
export const NO: Truth = 0
export const YES: Truth = 1
export const UNKNOWN: Truth = 2

/** A condition as a function: asked often, made once. */
export type Test = (person: Situation) => Truth

/** One is enough; what is not known matters only where none holds. */
export function anyOf(truths: readonly Truth[]): Truth {
  let found: Truth = NO
  for (const truth of truths) {
    if (truth === YES) return YES
    if (truth === UNKNOWN) found = UNKNOWN
  }
  return found
}

/** What is not known stays so. */
export const opposite = (truth: Truth): Truth => (truth === UNKNOWN ? UNKNOWN : truth === YES ? NO : YES)

/** The answers in words, as contracts and cases have them. */
export const answerOf = (truth: Truth): 'yes' | 'no' | 'unknown' =>
  truth === YES ? 'yes' : truth === NO ? 'no' : 'unknown'
