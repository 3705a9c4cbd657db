import { HISTORY_STEPS } from '#types/paging'

/** A history with one more step. The oldest make way when it grows beyond what a record keeps. */
export function withStep<Step>(history: readonly Step[], step: Step): Step[] {
  return [...history, step].slice(-HISTORY_STEPS)
}
