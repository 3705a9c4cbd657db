import { View } from '@tarojs/components'
import { createContext, useContext, useEffect } from 'react'
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

/** Told of news where it may have to be brought into view; returns how to say that it is gone. */
export const News = createContext<(words: string) => (() => void) | undefined>(() => undefined)

/** News that stays on the page and is read out when it appears. */
export function Notice({ children, kind = 'warn', icon }: Props) {
  const tell = useContext(News)
  useEffect(() => tell(children), [tell, children])
  return (
    <View className={`notice notice-${kind}`} {...aria({ role: 'status', live: 'polite' })}>
      <Icon name={icon ?? signs[kind]} />
      <View className="notice-words">{keepWhole(children)}</View>
    </View>
  )
}
