import { AppError } from '#types/errors'
import type { Paper } from '#types/people/elders'
import type { Grant } from '../../access/grants'
import type { AccountRecord, ElderRecord } from '../records'
import type { Decision } from './consents'

/** A yes or no said by one's own tap. */
export const tapped = (by: string, capacity: Decision['capacity']): Decision => ({
  by,
  capacity,
  how: 'app',
  form: null,
  witness: null,
})

/** Nobody who works at a station answers there for themselves or their own kin. @throws AppError `NOT_YOUR_STEP`: another one has to */
export function requireNotOwnKin(
  account: AccountRecord,
  { role }: Pick<Grant, 'role'>,
  elder: ElderRecord,
): void {
  if (role === 'elder' || role === 'family') return
  const near = account.self ? [account.self, ...account.relations] : account.relations
  if (near.some((one) => one.elderId === elder.id)) throw new AppError('NOT_YOUR_STEP')
}

/**
 * Whose decision a call carries: the elder's by her own tap, her guardian's by theirs, or hers on paper, which a clerk
 * writes down. A clerk's tap alone is none.
 * @throws AppError `EVIDENCE_MISSING`; `NOT_YOUR_STEP` for a clerk who is her relative: another one has to
 */
export function decisionBy(
  account: AccountRecord,
  { role, name }: Pick<Grant, 'role' | 'name'>,
  elder: ElderRecord,
  paper: Paper | undefined,
): Decision {
  if (role === 'elder') return tapped(elder.name, 'elder')
  if (role === 'family') return tapped(name, 'guardian')
  requireNotOwnKin(account, { role }, elder)
  if (!paper) throw new AppError('EVIDENCE_MISSING', { fields: ['paper'] })
  return { by: elder.name, capacity: 'elder', ...paper }
}
