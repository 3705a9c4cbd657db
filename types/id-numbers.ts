import { asAscii } from '#types/ascii'
import { isCalendarDate } from '#types/days'
import type { Sex } from '#types/people/elders'
import type { LocalDate } from '#types/values'

/** What a valid identity number says of its holder. `idNumber` is in the one form in which it is kept and compared. */
interface IdNumber {
  idNumber: string
  birthDate: LocalDate
  sex: Sex
}

/** What is wrong with an identity number, in the order in which it is looked for. */
type IdNumberFault = 'shape' | 'region' | 'birthDate' | 'checksum'

const SHAPE = /^\d{17}[\dX]$/

/** Earlier years stand on no card. Who may be alive is said in `births.ts`. */
const FIRST_BIRTH_DATE = '1880-01-01'

/** GB/T 2260: the provinces; 81 to 83 are the residence permits of people from Hong Kong, Macao and Taiwan. */
const PROVINCES = new Set(
  [
    '11 12 13 14 15',
    '21 22 23',
    '31 32 33 34 35 36 37',
    '41 42 43 44 45 46',
    '50 51 52 53 54',
    '61 62 63 64 65',
    '71 81 82 83',
  ].flatMap((row) => row.split(' ')),
)

const CHECK_DIGITS = '10X98765432'

/** A foreigner's card: three letters of a country and twelve digits, or eighteen characters that begin with a 9 (from 2023). */
const FOREIGN = /^(?:[A-Z]{3}\d{12}|9\d{16}[\dX])$/

/** A number from before 1999 has no century: where a new one is half typed, 19 or 20 stands there. */
const FIFTEEN = /^\d{6}(?!19|20)\d{9}$/

/** What somebody typed or pasted in the one form of an id number, whole or not: full-width digits become ASCII, spaces go, a small `x` becomes `X`. */
export const idNumberOf = (text: string): string => asAscii(text).replace(/\s/g, '').toUpperCase()

/** Which other number was typed in place of an id number: one of fifteen digits, as they were before 1999, or a foreigner's; null where neither. */
export function otherNumber(text: string): 'fifteen' | 'foreign' | null {
  const number = idNumberOf(text)
  if (FOREIGN.test(number)) return 'foreign'
  return FIFTEEN.test(number) ? 'fifteen' : null
}

/**
 * Reads a resident identity number (公民身份号码, GB 11643-1999): province, birth date, sex and check digit.
 *
 * Full-width digits become ASCII, white space goes, a small `x` becomes `X`; nothing else is forgiven. The numbers of
 * fifteen digits from before 1999 have no check digit and have not been valid since 2013: `shape`. The permanent
 * residence cards of foreigners (first digit 9) are `region`. A birth date after today passes, and one of long
 * ago: no rule here knows the day (`birthFault`).
 * @param text what somebody typed, of any length
 * @returns the number as it is kept, birth date and sex; or the first fault found, never the text itself
 */
export function readIdNumber(text: string): ({ ok: true } & IdNumber) | { ok: false; why: IdNumberFault } {
  const idNumber = idNumberOf(text)
  if (!SHAPE.test(idNumber)) return { ok: false, why: 'shape' }
  if (!PROVINCES.has(idNumber.slice(0, 2))) return { ok: false, why: 'region' }

  const birthDate = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`
  if (birthDate < FIRST_BIRTH_DATE || !isCalendarDate(birthDate)) return { ok: false, why: 'birthDate' }
  if (checkDigit(idNumber.slice(0, 17)) !== idNumber.slice(17)) return { ok: false, why: 'checksum' }

  return { ok: true, idNumber, birthDate, sex: Number(idNumber[16]) % 2 === 0 ? 'female' : 'male' }
}

/**
 * Whether what somebody typed beside an identity number agrees with it. What was not typed always does.
 * @returns the first thing that differs, or null
 */
export function idNumberFits(
  read: Pick<IdNumber, 'birthDate' | 'sex'>,
  typed: { birthDate?: LocalDate; sex?: Sex },
): 'birthDate' | 'sex' | null {
  if (typed.birthDate !== undefined && typed.birthDate !== read.birthDate) return 'birthDate'
  if (typed.sex !== undefined && typed.sex !== read.sex) return 'sex'
  return null
}

/**
 * The eighteenth character of an identity number, `0` to `9` or `X` (ISO 7064 MOD 11-2, GB 11643-1999). It tells
 * every single wrong digit and every swap of two neighbours.
 * @param first17 seventeen ASCII digits; the result means nothing for anything else
 */
export function checkDigit(first17: string): string {
  const sum = [...first17].reduce((total, digit, index) => total + Number(digit) * 2 ** (17 - index), 0)
  return CHECK_DIGITS.charAt(sum % 11)
}
