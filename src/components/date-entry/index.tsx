import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { aria } from '../aria'
import { Field } from '../field'
import { type DateParts, dateOf, partsOf, spread } from './date-parts'
import './index.scss'

interface Props {
  /** Which date: 出生日期. */
  label: string
  /** `YYYY-MM-DD`, or empty. */
  value: string
  /** Told a whole date, and an empty text while there is none. */
  onChange(value: string): void
  /** The last local date that may be meant. */
  latest?: string
  trouble?: string | null
}

const isComplete = ({ year, month, day }: DateParts) => year.length >= 4 && month !== '' && day !== ''

/** A date typed in three boxes, or as eight digits into the first, and read back in words. */
export function DateEntry({ label, value, onChange, latest, trouble }: Props) {
  const [parts, setParts] = useState(() => partsOf(value))
  useEffect(() => {
    if (value !== '') setParts(partsOf(value)) // a draft that comes back, or another person's date
  }, [value])

  const write = (change: Partial<DateParts>) => {
    const next = spread({ ...parts, ...change })
    setParts(next)
    const date = dateOf(next)
    onChange(date !== null && !(latest && date > latest) ? date : '')
  }
  const date = dateOf(parts)
  const fault =
    isComplete(parts) && date === null
      ? '没有这一天。请看一看年、月、日。'
      : date !== null && latest && date > latest
        ? '这一天还没有到。请看一看年份。'
        : null
  return (
    <View className="date-entry" {...aria({ role: 'group', label })}>
      <View className="field-label">{label}</View>
      <View className="date-entry-boxes">
        <View className="date-entry-year">
          <Field
            label="年"
            kind="number"
            maxLength={8}
            value={parts.year}
            onChange={(year) => write({ year })}
          />
        </View>
        <View className="date-entry-part">
          <Field
            label="月"
            kind="number"
            maxLength={2}
            value={parts.month}
            onChange={(month) => write({ month })}
          />
        </View>
        <View className="date-entry-part">
          <Field
            label="日"
            kind="number"
            maxLength={2}
            value={parts.day}
            onChange={(day) => write({ day })}
          />
        </View>
      </View>
      {date !== null && !fault && (
        <View className="soft" {...aria({ live: 'polite' })}>
          {`${parts.year}年${Number(parts.month)}月${Number(parts.day)}日`}
        </View>
      )}
      {(fault ?? trouble) && <View className="field-trouble">{fault ?? trouble}</View>}
    </View>
  )
}
