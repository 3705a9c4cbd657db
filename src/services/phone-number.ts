import { phonePattern } from '#types/phones'

/** A mobile, or a landline with its area code. */
export const isPhoneNumber = (text: string): boolean => phonePattern.test(text.trim())

/** How a number is written. */
export const phoneWords = '手机号是 11 位数字，家里的电话要带区号，比如 0551-2345678。'

/** What to say of something that was typed and is none; null while nothing has been typed, or all is well. */
export const phoneTrouble = (text: string): string | null =>
  text.trim() === '' || isPhoneNumber(text) ? null : phoneWords
