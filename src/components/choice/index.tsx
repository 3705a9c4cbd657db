import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../aria'
import { Icon } from '../icon'
import { Tap } from '../tap'
import { keepWhole } from '../text/whole'
import './index.scss'

interface GroupProps {
  /** What is chosen, for readers: 选一份套餐. */
  label: string
  children: ReactNode
}

/** Several `Choice`s of which one is picked. */
export function Choices({ label, children }: GroupProps) {
  return (
    <View className="choices" {...aria({ role: 'radiogroup', label })}>
      {children}
    </View>
  )
}

interface Props {
  title: string
  hint?: ReactNode
  isPicked: boolean
  onPick(): void
  /** A picture or a sign before the words. */
  picture?: ReactNode
  /** Tags beneath. */
  children?: ReactNode
  disabled?: boolean
}

export function Choice({ title, hint, isPicked, onPick, picture, children, disabled = false }: Props) {
  return (
    <Tap
      className={isPicked ? 'choice choice-picked' : 'choice'}
      role="radio"
      checked={isPicked}
      disabled={disabled}
      onTap={onPick}
    >
      {picture}
      <View className="choice-words">
        <View className="choice-title">
          <View className="heading">{keepWhole(title)}</View>
          {isPicked && <Icon name="circle-check-big" size={32} />}
        </View>
        {hint && <View className="soft soft-small">{keepWhole(hint)}</View>}
        {children && <View className="tags choice-tags">{children}</View>}
      </View>
    </Tap>
  )
}

interface SignProps {
  kind: 'meal' | 'visit' | 'warn' | 'alarm'
  children: ReactNode
}

/** A coloured square for a choice without a picture. */
export function ChoiceSign({ kind, children }: SignProps) {
  return <View className={`choice-sign choice-sign-${kind}`}>{children}</View>
}
