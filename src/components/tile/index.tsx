import { View } from '@tarojs/components'
import { Icon } from '../icon'
import type { IconName } from '../icon/names'
import { Tap } from '../tap'
import { keepWhole } from '../text/whole'
import './index.scss'

interface Props {
  kind: 'meal' | 'visit' | 'place' | 'work'
  icon: IconName
  title: string
  hint?: string
  onTap(): void
}

/** One of the few large ways in on the home page. */
export function Tile({ kind, icon, title, hint, onTap }: Props) {
  return (
    <Tap className={`tile tile-${kind}`} onTap={onTap}>
      <View className="tile-sign">
        <Icon name={icon} size={36} />
      </View>
      <View className="tile-title">{title}</View>
      <View className="tile-arrow">
        <Icon name="chevron-right" />
      </View>
      {hint && <View className="soft tile-hint">{keepWhole(hint)}</View>}
    </Tap>
  )
}
