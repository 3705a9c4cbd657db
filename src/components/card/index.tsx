import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Tap } from '../tap'
import './index.scss'

interface Props {
  children: ReactNode
  /** `visit`: good news of people; `warn`, `alarm`: somebody should, or must, act. */
  kind?: 'plain' | 'meal' | 'visit' | 'place' | 'warn' | 'alarm'
  /** Makes the whole card one thing to tap; then nothing inside may be tappable. */
  onTap?(): void
  label?: string
}

export function Card({ children, kind = 'plain', onTap, label }: Props) {
  const className = `card card-${kind}`
  if (!onTap) return <View className={className}>{children}</View>
  return (
    <Tap className={className} onTap={onTap} label={label}>
      {children}
    </Tap>
  )
}
