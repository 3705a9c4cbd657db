import { withoutGaps } from '#types/names'
import { mobilePattern, withoutExtension } from '#types/phones'

/** How much of a telephone number that is no mobile stays readable, in characters. */
const PHONE_TAIL = 4

/**
 * A name with its middle hidden: `王秀英` is `王*英`, `欧阳慧敏` is `欧**敏`. Of two characters only the first is
 * shown, of one none, so that no name is ever shown whole. A compound surname is not kept: that would show all but one
 * character of `欧阳慧`. Every other character is one `*`, also the dot in `买买提·艾力`. A space between Chinese characters is no
 * character: `王 英` would be shown whole.
 */
export function maskName(name: string): string {
  const characters = charactersOf(withoutGaps(name))
  const [first = ''] = characters
  if (characters.length < 2) return '*'.repeat(characters.length)
  if (characters.length === 2) return `${first}*`
  return first + '*'.repeat(characters.length - 2) + characters.at(-1)
}

/**
 * A telephone number as its owner recognises it: `13812345678` is `138****5678`. Of anything but a mobile (eleven digits,
 * the first a 1) only the last four characters are shown, because the front of a landline tells where somebody lives:
 * `0512-6512345` is `********2345`. Of four characters or fewer nothing is shown, of an extension that there is one:
 * `0512-6512345转801` is `********2345转***`.
 */
export function maskPhone(phone: string): string {
  const number = withoutExtension(phone)
  const tail = number.length > PHONE_TAIL ? tailOf(number, PHONE_TAIL) : ''
  const head = mobilePattern.test(number) ? number.slice(0, 3) : ''
  const extension = phone.slice(number.length).replace(/\d/g, '*')
  return head + '*'.repeat(number.length - head.length - tail.length) + tail + extension
}

/**
 * The last `length` characters of an identity number or a telephone number. A shorter text is its own tail: this alone
 * hides nothing of it.
 */
export function tailOf(text: string, length: number): string {
  return text.slice(Math.max(0, text.length - length))
}

/** Rare characters of names are two UTF-16 units, and some are followed by a mark that selects their form. */
function charactersOf(text: string): string[] {
  return text.match(/\P{M}\p{M}*/gu) ?? []
}
