/** What somebody puts between a name and digits, or around them. */
const APART = '[ ·,，、.。:：/-]*'
const DIGITS_LAST = new RegExp(`^(.*\\D)(\\d{4})${APART}$`)
const DIGITS_FIRST = /^(\d{4})(\D.*)$/
const AROUND = new RegExp(`^${APART}|${APART}$`, 'g')
const LETTER = /[\p{L}\p{Nl}\p{Co}]/u

/**
 * A whole name and the last four digits of her telephone, typed together: `王秀英 3606`, `王秀英3606`, `3606 王秀英`. By these somebody is
 * found whom another station looks after; a list cannot be walked through with them.
 * @param text in the spelling in which names are kept (`asName`)
 * @returns null where it is not both
 */
export function nameAndTail(text: string): { name: string; phoneTail: string } | null {
  const [, before, last] = DIGITS_LAST.exec(text) ?? []
  const [, first, behind] = DIGITS_FIRST.exec(text) ?? []
  const name = (before ?? behind ?? '').replace(AROUND, '')
  const phoneTail = last ?? first
  return phoneTail !== undefined && LETTER.test(name) ? { name, phoneTail } : null
}
