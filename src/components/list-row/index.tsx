import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../icon'
import type { IconName } from '../icon/names'
import { Tap } from '../tap'
import { keepWhole } from '../text/whole'
import './index.scss'

interface Props {
  title: string
  /** A line beneath, in small words. */
  hint?: ReactNode
  icon?: IconName
  onTap(): void
  label?: string
}

/** A way on, in a list or at the end of a card: words and an arrow. */
export function ListRow({ title, hint, icon, onTap, label }: Props) {
  return (
    <Tap className="list-row" onTap={onTap} label={label}>
      {icon && <Icon name={icon} />}
      <View className="list-row-words">
        <View className="list-row-title">{keepWhole(title)}</View>
        {hint && <View className="soft soft-small">{keepWhole(hint)}</View>}
      </View>
      <Icon name="chevron-right" />
    </Tap>
  )
}
