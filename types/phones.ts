import { asAscii } from './ascii'

/** A mobile of the mainland: eleven digits. */
export const mobilePattern = /^1[3-9]\d{9}$/

/** How much may be typed or pasted: spaces, marks and a country's code are cut away only afterwards. */
export const longestPhone = 60

/** 010, 020 to 029 (and 000, which nobody has) are areas of three digits, all others of four; a line there has seven or eight. */
const LANDLINE = /^(0(?:[012]\d|[3-9]\d{2}))(\d{7,8})$/

/** 12345, 12349, 10086; 95588; 96 and 951 with a few more: numbers of services that are rung from anywhere. */
const SERVICE = /^(?:1[02]\d{3}|9[56]\d{3,6})$/

/** 400 and 800 numbers of firms. */
const FREE = /^([48]00)(\d{3})(\d{4})$/

/** Abroad, Hong Kong, Macao and Taiwan: with the code of the country (E.164), never 86. */
const ABROAD = /^(?:\+|00)(?!86)([1-9]\d{6,14})$/

/** 86 in front, in each spelling. */
const CHINA = /^(?:\+|00)?86(?=1[3-9]\d{9}$)|^(?:\+|00)86/

/** What stands between the digits of a number as people write it: spaces, dashes of every length, brackets, dots, strokes. */
const BETWEEN = /[-\s\u2010-\u2015\u2212\ufe58\ufe63\u30fc()[\]【】.·/]/g

/** A number and the extension behind it: 转801, 分机 801, ext. 801, #801; a comma is what a dialler waits at. */
const EXTENSION = /^(.*?\d\D{0,2}?)(?:转接?|轉|分机|ext\.?|x|#|,|;)[\s:]*(\d{1,6})$/i

/** An extension behind nothing but a dash, where the number in front of it is whole. */
const DASHED = /^(.*\d)\s*[-\u2010-\u2015\u2212]\s*(\d{1,6})$/

/**
 * The telephone number of somebody in China in the one form in which it is kept and compared: a mobile `13812345678`, a
 * landline with its area `0551-6512345`, either with an extension behind it `0551-6512345转801`.
 * @param text as somebody typed or pasted it, in any spelling: `+86 138 1234 5678`, `（0551）651 2345 转 801`
 * @returns null where it is none
 */
export function phoneOf(text: string): string | null {
  const seen = asAscii(text).trim()
  return plain(seen) ?? extended(seen, EXTENSION) ?? extended(seen, DASHED)
}

/** The same of whoever is rung in an emergency, who may be reached at a service (`12349`, `400-123-4567`) or abroad (`+85261234567`). */
export function contactPhoneOf(text: string): string | null {
  const own = phoneOf(text)
  if (own !== null) return own
  const digits = bare(text)
  if (SERVICE.test(digits)) return digits
  const [, firm, ...line] = FREE.exec(digits) ?? []
  if (firm) return [firm, ...line].join('-')
  const [, abroad] = ABROAD.exec(digits) ?? []
  return abroad ? `+${abroad}` : null
}

/** What a dialler is given: it waits before it dials the extension. */
export const dialled = (phone: string): string => phone.replace('转', ',')

/** The digits by which somebody knows a number: without its extension, which many share. */
export const withoutExtension = (phone: string): string => phone.replace(/转.*$/, '')

function extended(text: string, pattern: RegExp): string | null {
  const [, front = '', extension] = pattern.exec(text) ?? []
  const number = extension ? plain(front) : null
  return number && `${number}转${extension}`
}

function plain(text: string): string | null {
  const digits = bare(text)
  const within = digits.replace(CHINA, '')
  const mobile = within.replace(/^0(?=1[3-9]\d{9}$)/, '') // as it was dialled from another town
  if (mobilePattern.test(mobile)) return mobile
  const isShortened = within !== digits && !within.startsWith('0') // +86 551 …: the area without its 0
  const [, area, line] = LANDLINE.exec(isShortened ? `0${within}` : within) ?? []
  return area && line ? `${area}-${line}` : null
}

/** Digits alone, and a `+` in front where there is one; `+44 (0)20 …` is dialled without the nought. */
const bare = (text: string): string =>
  asAscii(text)
    .replace(/^(\s*\+.*?)\(0\)/, '$1')
    .replace(BETWEEN, '')
