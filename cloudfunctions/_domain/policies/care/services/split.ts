import type { CarePolicy } from '#types/policies/care'
import type { ServiceOutcome, Shortfall } from '#types/policies/care-cases'
import { roomOf } from './accounts'
import type { Grounds } from './grounds'
import { borrowable, itemRoom, type Question, yearRoom } from './room'
import type { SettledService } from './services'

/** A service as the allowance and the policy split it, before anything is priced. */
export type Split = Omit<SettledService, 'paid' | 'selfPays'>
type Unfinished = Omit<Split, 'outcome'>

/** Splits a service into what the allowance covers and what becomes of the rest. */
export function splitService(policy: CarePolicy, grounds: Grounds, question: Question): Split {
  const { measured, account } = question
  const { why, missing, firstPossible, verdict } = grounds
  const base = { covered: 0, borrowed: 0, own: 0, refused: 0, undecided: 0, why, missing, firstPossible }
  const need = measured.need
  if (need === null) return { ...base, outcome: 'undecided', why: why ?? 'notKnownYet' }
  if (verdict === 'tooLate') return { ...base, refused: need, outcome: 'refused' }
  if (verdict === 'deny') return withRest(policy, base, need)

  const ofItem = itemRoom(question, need)
  const ofYear = yearRoom(policy, question, ofItem.units)
  const allowed = Math.min(ofItem.units, ofYear)
  if (verdict === 'undecided') {
    const open = account.right.atBest - account.undecided - account.covered
    const undecided = Math.min(allowed, Math.max(0, open))
    return withRest(policy, { ...base, undecided }, need - undecided)
  }
  const fromMonth = Math.min(allowed, Math.max(0, roomOf(account)))
  const borrowed = Math.min(allowed - fromMonth, borrowable(policy, question))
  const covered = fromMonth + borrowed
  const open = account.right.atBest - account.right.granted - account.undecided
  const undecided = Math.min(allowed - covered, Math.max(0, open))
  const rest = need - covered - undecided
  const cut = ofYear < ofItem.units ? 'yearUsedUp' : ofItem.why
  const reason: Shortfall | null =
    undecided > 0 ? 'notKnownYet' : fromMonth === need ? null : fromMonth < allowed ? 'monthUsedUp' : cut
  const missed = undecided > 0 ? account.right.missing : []
  return withRest(policy, { ...base, covered, borrowed, undecided, why: reason, missing: missed }, rest)
}

/** What is neither covered nor open is refused where the policy refuses, else the elder's. */
function withRest(policy: CarePolicy, split: Unfinished, rest: number): Split {
  const isRefused = policy.overflow === 'refuse'
  const whole = { ...split, own: isRefused ? 0 : rest, refused: isRefused ? rest : 0 }
  return { ...whole, outcome: outcomeOf(whole) }
}

function outcomeOf({ covered, borrowed, own, refused, undecided }: Unfinished): ServiceOutcome {
  const rest = own + refused + undecided
  if (rest === 0) return borrowed > 0 ? 'borrowed' : 'paid'
  if (covered > 0) return 'partly'
  return undecided > 0 ? 'undecided' : refused > 0 ? 'refused' : 'selfPaid'
}
