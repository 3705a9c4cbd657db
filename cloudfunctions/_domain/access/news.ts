import type { Scope } from '#types/contract'

/** Whether somebody who is let in to an elder for these is told what becomes of a meal or a visit that they wanted for her. */
export const mayBeTold = (held: readonly Scope[]): boolean => held.includes('view') || held.includes('order')
