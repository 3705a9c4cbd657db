import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../icon'
import type { IconName } from '../icon/names'
import { keepWhole } from '../text/whole'
import './index.scss'

interface Props {
  icon: IconName
  title: string
  hint?: string
  /** A way on. */
  children?: ReactNode
}

/** Nothing here yet, or nothing could be loaded: why, and what to do. */
export function Empty({ icon, title, hint, children }: Props) {
  return (
    <View className="empty">
      <View className="empty-sign">
        <Icon name={icon} size={40} />
      </View>
      <View className="heading">{keepWhole(title)}</View>
      {hint && <View className="soft">{keepWhole(hint)}</View>}
      {children && <View className="empty-action">{children}</View>}
    </View>
  )
}
