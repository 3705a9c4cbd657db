import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../icon'
import type { IconName } from '../icon/names'
import './index.scss'

type Kind = 'ok' | 'wait' | 'bad' | 'plain' | 'place'

interface Props {
  children: string
  kind?: Kind
  /** Another sign than the kind's own. */
  icon?: IconName
}

const signs: Partial<Record<Kind, IconName>> = { ok: 'circle-check', wait: 'clock', bad: 'circle-alert' }

/** A short word about a thing: its state, what it is. */
export function Tag({ children, kind = 'plain', icon }: Props) {
  const sign = icon ?? signs[kind]
  return (
    <View className={`tag tag-${kind}`}>
      {sign && <Icon name={sign} size={20} />}
      <View className="tag-words">{children}</View>
    </View>
  )
}

/** Tags beside each other, as many lines as they need. */
export function Tags({ children }: { children: ReactNode }) {
  return <View className="tags">{children}</View>
}
