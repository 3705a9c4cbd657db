import { View } from '@tarojs/components'
import type { LocalDate } from '#types/values'
import { addDays, dayOfMonth, daysBetween, dayWord, monthAndDay, weekdayWord } from '@/services/dates'
import { aria } from '../aria'
import { Tap } from '../tap'
import './index.scss'

interface Props {
  today: LocalDate
  /** How many days. Of an odd number the first is twice as wide, so that none stands alone in a row. */
  days?: number
  /** The first of them; without it today. */
  from?: LocalDate
  value: LocalDate
  /** Short words that stand beneath a day, one under the other. */
  noteOf?(date: LocalDate): readonly string[]
  onPick(date: LocalDate): void
}

/** The coming days, one of them picked. */
export function DateStrip({ today, days = 4, from = today, value, noteOf, onPick }: Props) {
  const dates = Array.from({ length: days }, (_, away) => addDays(from, away)).map((date) => ({
    date,
    note: noteOf?.(date) ?? [],
  }))
  return (
    <View className="date-strip" {...aria({ role: 'radiogroup', label: '选日子' })}>
      {dates.map(({ date, note }) => (
        <Tap
          key={date}
          className={date === value ? 'date-strip-day date-strip-on' : 'date-strip-day'}
          role="radio"
          checked={date === value}
          label={`${[shortDay(date, today), dayOfMonth(date), ...note].join(' ')}，${monthAndDay(date)}`}
          onTap={() => onPick(date)}
        >
          <View>{shortDay(date, today)}</View>
          <View className="date-strip-number">{dayOfMonth(date)}</View>
          {note.map((word) => (
            <View key={word} className="date-strip-note">
              {word}
            </View>
          ))}
        </Tap>
      ))}
    </View>
  )
}

/** Two characters, however far away the day is, or how long over: its number stands beneath. */
function shortDay(date: LocalDate, today: LocalDate): string {
  const away = daysBetween(today, date)
  return away >= -1 && away < 7 ? dayWord(date, today) : weekdayWord(date)
}
