import type { Outcome } from '#types/visits'

/** At most five characters, as a message takes them (`_shell/messages.ts`). */
export const outcomeWord: Record<Outcome, string> = {
  well: '平安',
  needsFound: '有事要帮',
  noAnswer: '没人应门',
  refused: '不愿开门',
  emergency: '紧急',
}
