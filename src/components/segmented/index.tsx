import { View } from '@tarojs/components'
import { aria } from '../aria'
import { Tap } from '../tap'
import './index.scss'

interface Option<T extends string> {
  value: T
  word: string
}

interface Props<T extends string> {
  /** What is chosen, for readers: 怎么吃. */
  label: string
  options: readonly Option<T>[]
  /** Null while nothing is chosen. */
  value: T | null
  onPick(value: T): void
}

/** Two to five short words of which one holds; beside each other, or beneath when type is large. */
export function Segmented<T extends string>({ label, options, value, onPick }: Props<T>) {
  return (
    <View className="segmented" {...aria({ role: 'radiogroup', label })}>
      {options.map((option) => (
        <Tap
          key={option.value}
          className={option.value === value ? 'segmented-one segmented-on' : 'segmented-one'}
          role="radio"
          checked={option.value === value}
          onTap={() => onPick(option.value)}
        >
          {option.word}
        </Tap>
      ))}
    </View>
  )
}
