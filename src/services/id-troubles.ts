import { birthFault } from '#types/births'
import type { ErrorDetail } from '#types/errors'
import { idNumberOf, otherNumber, readIdNumber } from '#types/id-numbers'
import { longest } from '#types/limits'
import { cloudNow } from './clock'
import { dateOf } from './dates'

/** What to look at again when the cloud did not take an id number: at the number, or at what was typed beside it. */
export interface IdTrouble {
  field: 'idNumber' | 'birthDate' | 'sex'
  words: string
}

const troubles: Record<string, IdTrouble> = {
  shape: { field: 'idNumber', words: '身份证号应该是十八位，最后一位可能是 X。请照着身份证再看一遍。' },
  region: { field: 'idNumber', words: '开头两位不对。请照着身份证再看一遍。' },
  birthDate: { field: 'birthDate', words: '身份证号里的出生日期对不上。请照着身份证再看一遍。' },
  checksum: { field: 'idNumber', words: '有一位抄错了。请照着身份证一位一位对一遍。' },
  sex: { field: 'sex', words: '和身份证号里的性别对不上。请照着身份证再看一遍。' },
}

/** Of numbers that are no id number. */
const otherWords = {
  fifteen: '这是十五位的老号码，已经停用了。请填现在身份证上的十八位；没有的话，',
  foreign: '这是外国人的证件号码，这里只能填居民身份证号。',
} as const

/** @param detail what came with `BAD_ID_NUMBER` */
export function idTrouble(detail: ErrorDetail): IdTrouble {
  return (
    troubles[String(detail.why)] ?? {
      field: 'idNumber',
      words: '身份证号不对。请照着身份证再看一遍。',
    }
  )
}

/**
 * What is wrong with a number that is typed whole, by the rule of the cloud; null while it is not, and where nothing is.
 * @param without what to do without an id number: 请选“不填号码”
 */
export function typedIdTrouble(typed: string, without: string): string | null {
  const other = otherNumber(typed)
  if (other) return `${otherWords[other]}${without}。`
  if (idNumberOf(typed).length < longest.idNumber) return null
  const read = readIdNumber(typed)
  if (!read.ok) return idTrouble({ why: read.why }).words
  return birthFault(read.birthDate, dateOf(cloudNow())) ? idTrouble({ why: 'birthDate' }).words : null
}

/** What a number still needs, in words for a button; null when it can be sent. */
export function idNumberGap(typed: string): string | null {
  if (typed.trim() === '') return '先填身份证号'
  if (typedIdTrouble(typed, '') !== null) return '号码还不对，再看一看'
  return idNumberOf(typed).length < longest.idNumber ? '先把十八位填全' : null
}
