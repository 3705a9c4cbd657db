import type { Action } from '#types/contract'
import { Id } from '#types/values'
import * as z from '#types/z'

/** The one document that says what is switched off for now. */
export const SWITCHES = 'all'

/** Actions that are switched off, as `area.action`, each with until when or why: what people read. Written by an operator. */
export const SwitchesRecord = z.strictObject({ id: Id, off: z.record(z.string(), z.string()) })

export type SwitchesRecord = z.infer<typeof SwitchesRecord>

/** Why an action is off for this call; null where it is not, or where nobody may switch it off (`neverOff` of its contract). */
export function offFor(
  switches: Pick<SwitchesRecord, 'off'> | null,
  name: string,
  { action, input }: { action: Pick<Action, 'neverOff'>; input: Record<string, unknown> },
): string | null {
  if (!switches || isNeverOff(action, input) || !Object.hasOwn(switches.off, name)) return null
  return switches.off[name] ?? null
}

function isNeverOff({ neverOff = {} }: Pick<Action, 'neverOff'>, input: Record<string, unknown>): boolean {
  if (neverOff === true) return true
  return Object.entries(neverOff).some(([field, values]) => values.some((value) => value === input[field]))
}
