import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../aria'
import { Icon } from '../icon'
import { keepWhole } from '../text/whole'
import './index.scss'

interface Step {
  key: string
  /** `done`; `now`: what is awaited; `later`: what comes after; `bad`: what went another way. */
  state: 'done' | 'now' | 'later' | 'bad'
  children: ReactNode
}

interface Props {
  label: string
  steps: readonly Step[]
}

const signs = { done: 'circle-check', now: 'clock', later: 'circle', bad: 'circle-x' } as const

/** What people did so far, and what comes next, instead of a turning wheel. */
export function Progress({ label, steps }: Props) {
  return (
    <View className="progress" {...aria({ role: 'list', label })}>
      {steps.map((step) => (
        <View
          key={step.key}
          className={`progress-step progress-${step.state}`}
          {...aria({ role: 'listitem' })}
        >
          <Icon name={signs[step.state]} />
          <View className="progress-words">{keepWhole(step.children)}</View>
        </View>
      ))}
    </View>
  )
}
