import { View } from '@tarojs/components'
import { Soft } from '../text'
import { keepWhole } from '../text/whole'
import { Progress } from './index'

/** One step of something that is under way. */
export interface WordedStep {
  key: string
  state: 'done' | 'now' | 'later' | 'bad'
  words: string
  /** When, and who did it; null for what is still to come without a time of its own. */
  hint: string | null
}

/** How far something is, a sentence and a hint a step. */
export function ProgressInWords({ label, steps }: { label: string; steps: readonly WordedStep[] }) {
  return (
    <Progress
      label={label}
      steps={steps.map(({ key, state, words, hint }) => ({
        key,
        state,
        children: (
          <>
            <View className="strong">{keepWhole(words)}</View>
            {hint && <Soft small>{hint}</Soft>}
          </>
        ),
      }))}
    />
  )
}
