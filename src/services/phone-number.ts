import { contactPhoneOf, phoneOf } from '#types/phones'

/** A mobile, or a landline with its area code, in any spelling. */
export const isPhoneNumber = (text: string): boolean => phoneOf(text) !== null

/** The same of whoever is rung in an emergency, who may be at a service or abroad. */
export const isContactNumber = (text: string): boolean => contactPhoneOf(text) !== null

/** How a number is written. */
export const phoneWords = '手机号是 11 位数字，家里的电话要带区号，比如 0551-2345678。'
export const contactPhoneWords = `${phoneWords}在国外的，前面加上 + 和国家的号码。`

/** What to say of something that was typed and is none; null while nothing has been typed, or all is well. */
export const phoneTrouble = (text: string): string | null =>
  text.trim() === '' || isPhoneNumber(text) ? null : phoneWords

export const contactTrouble = (text: string): string | null =>
  text.trim() === '' || isContactNumber(text) ? null : contactPhoneWords
