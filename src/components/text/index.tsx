import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../aria'
import './index.scss'
import { keepWhole } from './whole'

interface Props {
  children: ReactNode
}

/** The question or the news of a page. */
export function Title({ children }: Props) {
  return (
    <View className="title" {...aria({ role: 'heading', level: 2 })}>
      {keepWhole(children)}
    </View>
  )
}

/** The head of a part of a page. */
export function Heading({ children }: Props) {
  return (
    <View className="heading" {...aria({ role: 'heading', level: 2 })}>
      {keepWhole(children)}
    </View>
  )
}

/** The name on a card: large, but no station for readers who leap from heading to heading. */
export function Lead({ children }: Props) {
  return <View className="heading">{keepWhole(children)}</View>
}

/** What explains or repeats. */
export function Soft({ children, small = false }: Props & { small?: boolean }) {
  return <View className={small ? 'soft soft-small' : 'soft'}>{keepWhole(children)}</View>
}

export function Strong({ children }: Props) {
  return <Text className="strong">{keepWhole(children)}</Text>
}

/** An amount in yuan that stands out of its sentence. */
export function Amount({ children }: Props) {
  return <Text className="amount">{children}</Text>
}
