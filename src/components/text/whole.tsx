import { Text } from '@tarojs/components'
import { Children, type ReactNode } from 'react'
import { heardNames } from '@/services/names'

/** What is not to be read in halves: a day of the week, a number to ring, masked or not, the long names of people’s roles, and words that stand where little room is. */
const always =
  '周[一二三四五六日]|[\\d*]{3,}(?:-[\\d*]{3,})+|工作人员|志愿者|协调员|女儿|儿子|妈妈|爸爸|老伴|孙女|孙子|过敏|服务卡|邀请码|吃法'

let known: readonly string[] | null = null
let pattern = new RegExp(`(${always})`)

/** These, and every short name that the cloud has told: 赵强, 王奶奶. Made anew only where another was told. */
function whole(): RegExp {
  const names = heardNames()
  if (names !== known) {
    known = names
    pattern = new RegExp(`(${[always, ...names.map(literal)].join('|')})`)
  }
  return pattern
}

/** Of a masked name the star is no sign of a pattern. */
const literal = (name: string): string => name.replace(/\*/g, '\\*')

/**
 * The same words, of which no line ends inside of what is read as one. CSS has no such rule for Chinese, whose lines may end
 * after any character.
 */
export const keepWhole = (words: ReactNode): ReactNode =>
  Children.map(words, (part) => (typeof part === 'string' ? part.split(whole()).map(piece) : part))

/** Between what is split by is what it was split by. */
const piece = (words: string, at: number): ReactNode =>
  at % 2 === 0 ? (
    words
  ) : (
    <Text key={at} className="whole">
      {words}
    </Text>
  )
