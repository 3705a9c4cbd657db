import { phonePattern } from '#types/phones'

/** What the contract takes: a mobile, or a landline with its area code. */
export const isPhoneNumber = (text: string): boolean => phonePattern.test(text.trim())

export const phoneWords = '手机是 11 位；座机要带区号，比如 0551-6512345。'
