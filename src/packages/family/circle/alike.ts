import type { CircleMember } from '#types/people/circle'
import { memberName } from './wording'

/**
 * What to know of somebody who asks under the name and the relation of others: what somebody is called, they say themselves. Null
 * where there is nobody like them.
 */
export function alikeWord(asking: CircleMember, members: readonly CircleMember[]): string | null {
  const alike = members.filter((one) => one.id !== asking.id && looksLike(one, asking))
  const waiting = alike.filter(({ state }) => state === 'asked').length
  if (alike.some(({ state }) => state === 'granted'))
    return `已经有一位${memberName(asking)}能办了，这一位不一定是同一个人。先打电话问一问，再答应。`
  if (waiting > 0)
    return `有 ${waiting + 1} 个人都说是${memberName(asking)}。先打电话问清楚是哪一个，再答应。`
  return null
}

const looksLike = (one: CircleMember, other: CircleMember): boolean =>
  one.relation === other.relation && plain(one.name) === plain(other.name)

/** A gap in a name is easily overlooked. */
const plain = (name: string) => name.replace(/ /g, '')
