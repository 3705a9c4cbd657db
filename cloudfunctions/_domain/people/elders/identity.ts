import { birthFault } from '#types/births'
import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import { idNumberFits, readIdNumber } from '#types/id-numbers'
import type { Identity } from '#types/people/elders'
import type { ElderRecord } from '../records'

/** Who an elder is, once id number and typed facts agree. */
export interface KnownIdentity {
  birthDate: string
  sex: ElderRecord['sex']
  /** The number as it is written on the card; null where none was given. */
  idNumber: string | null
}

/**
 * Reads who somebody is from what was typed. The id number decides; what was typed beside it must agree.
 * @throws AppError `BAD_ID_NUMBER` with `why`: shape, region, birthDate, checksum or sex; `BAD_INPUT` naming birth date and
 *   sex where neither they nor an id number were given, or a birth date that nobody alive has
 */
export function identityOf(typed: Partial<Identity>, now: Date): KnownIdentity {
  const known = typed.idNumber ? fromIdNumber(typed.idNumber, typed) : fromTyped(typed)
  if (birthFault(known.birthDate, localDate(now)) === null) return known
  throw known.idNumber
    ? new AppError('BAD_ID_NUMBER', { why: 'birthDate' })
    : new AppError('BAD_INPUT', { fields: ['elder.birthDate'] })
}

function fromIdNumber(text: string, typed: Partial<Identity>): KnownIdentity {
  const read = readIdNumber(text)
  if (!read.ok) throw new AppError('BAD_ID_NUMBER', { why: read.why })
  const differs = idNumberFits(read, typed)
  if (differs) throw new AppError('BAD_ID_NUMBER', { why: differs })
  return read
}

function fromTyped({ birthDate, sex }: Partial<Identity>): KnownIdentity {
  if (birthDate === undefined || sex === undefined) {
    const fields = [...(birthDate ? [] : ['elder.birthDate']), ...(sex ? [] : ['elder.sex'])]
    throw new AppError('BAD_INPUT', { fields })
  }
  return { birthDate, sex, idNumber: null }
}

/**
 * Birth date and sex of somebody whose id number is kept are those that it says; only another number changes them.
 * @throws AppError `BAD_ID_NUMBER` with `why`
 */
export function requireFits(elder: ElderRecord, typed: Pick<KnownIdentity, 'birthDate' | 'sex'>): void {
  const differs = elder.idNumber && idNumberFits(elder, typed)
  if (differs) throw new AppError('BAD_ID_NUMBER', { why: differs })
}
