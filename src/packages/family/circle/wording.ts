import type { Scope } from '#types/contract'
import type { CircleMember } from '#types/people/circle'
import { relationWord } from '#types/words/people/circle/relations'
import { decisionWayWord } from '#types/words/people/privacy/decision-ways'
import { dateOf, monthAndDay } from '@/services/dates'

/** 李敏（女儿） */
export const memberName = ({ name, relation }: Pick<CircleMember, 'name' | 'relation'>): string =>
  `${name}（${relationWord[relation]}）`

/** 11月20日 您在手机上同意的；张静在场. */
export function grantedWord({ granted }: CircleMember, myName: string | null): string {
  if (!granted) return ''
  const { by, capacity, how, witness, at } = granted
  const who = by === myName ? '您' : capacity === 'guardian' ? `监护人${by}` : by
  const day = monthAndDay(dateOf(at))
  return `${day} ${who}${decisionWayWord[how]}同意的${witness ? `，${witness}在场` : ''}`
}

/** What stops from now on: 不能再看订了什么、谁来过，也不能再替您订餐、请人上门. */
export function stopWord(scopes: readonly Scope[], who: string): string {
  const stops = [
    ...(scopes.includes('view') ? [`看${who}订了什么、谁来过`] : []),
    ...(scopes.includes('order') ? [`替${who}订餐、请人上门`] : []),
    ...(scopes.includes('health') ? [`知道${who}的忌口和身体情况`] : []),
    ...(scopes.includes('log') ? ['看谁办过什么'] : []),
  ]
  return stops.map((stop) => `不能再${stop}`).join('，')
}
