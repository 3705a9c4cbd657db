import { View } from '@tarojs/components'
import { aria } from '../aria'
import { Icon } from '../icon'
import { Tap } from '../tap'
import { Lead, Soft } from '../text'
import './index.scss'

interface CheckOption<V extends string> {
  value: V
  word: string
  hint?: string
}

interface Props<V extends string> {
  /** What is picked from, for readers: 您同意她办哪些事. */
  label: string
  options: readonly CheckOption<V>[]
  values: readonly V[]
  onChange(values: V[]): void
}

/** Pick several: one big row for each, its sign and its words both tapped. */
export function Checks<V extends string>({ label, options, values, onChange }: Props<V>) {
  const toggle = (value: V) =>
    onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value])
  return (
    <View className="checks" {...aria({ role: 'group', label })}>
      {options.map(({ value, word, hint }) => {
        const isOn = values.includes(value)
        return (
          <Tap
            key={value}
            className={isOn ? 'check check-on' : 'check'}
            role="checkbox"
            checked={isOn}
            onTap={() => toggle(value)}
          >
            <View className="check-box">{isOn && <Icon name="check" size={28} />}</View>
            <View className="check-words">
              <Lead>{word}</Lead>
              {hint && <Soft small>{hint}</Soft>}
            </View>
          </Tap>
        )
      })}
    </View>
  )
}
