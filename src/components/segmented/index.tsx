import { View } from '@tarojs/components'
import type { CSSProperties } from 'react'
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

/** How wide words are, in characters: a digit or a letter takes a little more than half of one. */
const lengthOf = (word: string) => [...word].reduce((sum, one) => sum + (one < '\u2e80' ? 0.62 : 1), 0)

/** What the style needs to know of the words to see whether they fit beside each other, and how many then stand in a row. */
function roomFor(words: readonly string[]): CSSProperties {
  const lengths = words.map((word) => Math.max(2, lengthOf(word))) // none is narrower than a thumb
  const inRow = words.length < 4 ? 1 : Math.ceil(words.length / 2)
  return {
    '--count': String(words.length),
    '--words': String(lengths.reduce((sum, one) => sum + one, 0)),
    '--word': String(Math.max(...lengths)),
    '--row': `calc(${100 / inRow}% - 2px)`,
  } as CSSProperties // which knows no properties of one's own
}

/** Two to five short words of which one holds; beside each other, or beneath when type is large. */
export function Segmented<T extends string>({ label, options, value, onPick }: Props<T>) {
  return (
    <View
      className="segmented"
      style={roomFor(options.map(({ word }) => word))}
      {...aria({ role: 'radiogroup', label })}
    >
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
