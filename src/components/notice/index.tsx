import { View } from '@tarojs/components'
import { aria } from '../aria'
import { Icon } from '../icon'
import type { IconName } from '../icon/names'
import { keepWhole } from '../text/whole'
import './index.scss'

type Kind = 'ok' | 'info' | 'warn' | 'alarm'

interface Props {
  children: string
  kind?: Kind
  icon?: IconName
}

const signs: Record<Kind, IconName> = {
  ok: 'circle-check-big',
  info: 'info',
  warn: 'circle-alert',
  alarm: 'circle-alert',
}

/** News that stays on the page and is read out when it appears. */
export function Notice({ children, kind = 'warn', icon }: Props) {
  return (
    <View className={`notice notice-${kind}`} {...aria({ role: 'status', live: 'polite' })}>
      <Icon name={icon ?? signs[kind]} />
      <View className="notice-words">{keepWhole(children)}</View>
    </View>
  )
}
