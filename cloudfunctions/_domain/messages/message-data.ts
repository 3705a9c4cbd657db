import { localDate } from '#types/days'
import type { FieldKind, MessageTemplate, SaidPart } from '#types/templates'
import type { Instant } from '#types/values'
import { localTime } from '../base/calendar'
import type { Said } from './records'

/** The longest text of a `thing` and of a `phrase`, and of a `name` with Chinese characters and without, in characters. */
const LONGEST = { thing: 20, phrase: 5, chineseName: 10, otherName: 20 }

/** What stands where nothing of a text may: WeChat refuses an empty field. */
const SEE_THERE = '点开看'

/**
 * What is said, in the fields of a template and by WeChat's rules for each kind of field: a message that breaks one is refused whole
 * (47003). Source: developers.weixin.qq.com, subscribe messages, `subscribeMessage.send`, limits of `data`.
 */
export function messageData(
  { fields }: Pick<MessageTemplate, 'fields'>,
  said: Said,
): Record<string, { value: string }> {
  const parts = Object.entries(fields) as [SaidPart, { name: string; kind: FieldKind }][] // no other keys
  return Object.fromEntries(
    parts.map(([part, { name, kind }]) => [name, { value: fieldValue(said, part, kind) }]),
  )
}

function fieldValue(said: Said, part: SaidPart, kind: FieldKind): string {
  if (part === 'at') return timeWord(said.at)
  const text = onOneLine(said[part])
  switch (kind) {
    case 'phrase':
      return startOf(text.replace(/[^\p{Script=Han}]/gu, ''), LONGEST.phrase) || SEE_THERE
    case 'name':
      return nameOf(text)
    default:
      return (part === 'who' ? endOf : startOf)(text, LONGEST.thing) || SEE_THERE
  }
}

/** `2026年11月24日 11:30`: what `time`, `date` and `thing` all take. */
function timeWord(at: Instant): string {
  const [year, month, day] = localDate(at).split('-').map(Number)
  return `${year}年${month}月${day}日 ${localTime(at)}`
}

/** A field of this kind takes letters and Chinese characters: of a building nothing is left that would lead to its door. */
function nameOf(text: string): string {
  if (/\p{N}/u.test(text)) return SEE_THERE
  const most = /\p{Script=Han}/u.test(text) ? LONGEST.chineseName : LONGEST.otherName
  return startOf(text, most) || SEE_THERE
}

/** Breaks and characters that nobody sees become spaces. */
const onOneLine = (text: string): string => text.replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()

const startOf = (text: string, most: number): string => [...text].slice(0, most).join('')

/** Of a long address the end says which door it is. */
function endOf(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most ? text : `…${characters.slice(1 - most).join('')}`
}
