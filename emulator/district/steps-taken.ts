import { AppError, type ErrorCode } from '#types/errors'
import { membershipOf } from './memberships'
import type { Wrong } from './references'
import type { District } from './shapes'

/** What the rules refuse of the steps by which somebody came to work. Every name in the files leads somewhere. */
export function refusedSteps(written: District): Wrong[] {
  return written.accounts.flatMap((account, at) =>
    account.memberships.flatMap((held, nth): Wrong[] => {
      try {
        membershipOf(written, account, held)
        return []
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        const path = [at, 'memberships', nth]
        return [{ file: 'accounts', path, problem: `照规则走不通：${reasons[error.code] ?? error.code}。` }]
      }
    }),
  )
}

const reasons: Partial<Record<ErrorCode, string>> = {
  WRONG_STATE: 'acts 的先后不对，审核（vet）、培训（train）、上岗（assign）要一步一步来',
  NOT_YOUR_STEP: 'directedBy 的人带不了这个岗位，或者带的是自己',
  CERTIFICATE_MISSING: '少了这个岗位要的证件（certificates）',
  DATE_PAST: '证件到 acceptedAt 那天已经过期',
}
