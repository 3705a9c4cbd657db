import type { Living } from '#types/people/elders'

/** With whom somebody lives who is at home. */
export const livingsAtHome = [
  'alone',
  'couple',
  'withFamily',
  'withOther',
] as const satisfies readonly Living[]
