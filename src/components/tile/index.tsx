import { View } from '@tarojs/components'
import { Icon } from '../icon'
import type { IconName } from '../icon/names'
import { Tap } from '../tap'
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
      <View className="tile-rest">
        <View className="tile-words">
          <View className="tile-title">{title}</View>
          {hint && <View className="soft">{hint}</View>}
        </View>
        <Icon name="chevron-right" />
      </View>
    </Tap>
  )
}
