import type { LocalDate } from '#types/values'
import { Button } from '@/components/button'
import { DateStrip } from '@/components/date-strip'
import { Segmented } from '@/components/segmented'
import { addDays, dayWord, fullDay } from '@/services/dates'

interface Props {
  today: LocalDate
  /** The day that is shown. */
  date: LocalDate
  /** Coming days with orders to confirm, in order. */
  unconfirmed: readonly { date: LocalDate; count: number }[]
  onPick(date: LocalDate): void
}

type Span = 'today' | 'tomorrow' | 'later'

/** How many days beyond tomorrow can be picked. */
const laterDays = 6

/** Today, tomorrow or a day after: each says how many orders wait there. */
export function WhichDay({ today, date, unconfirmed, onPick }: Props) {
  const tomorrow = addDays(today, 1)
  const first = addDays(today, 2)
  const span: Span = date === today ? 'today' : date === tomorrow ? 'tomorrow' : 'later'
  const count = (is: (day: LocalDate) => boolean) =>
    unconfirmed.filter((day) => is(day.date)).reduce((sum, day) => sum + day.count, 0)
  const word = (name: string, many: number) => (many > 0 ? `${name} 等 ${many}` : name)
  const start = { today, tomorrow, later: unconfirmed.find((day) => day.date >= first)?.date ?? first }
  return (
    <>
      <Segmented<Span>
        label="哪一天，等几份确认"
        options={[
          {
            value: 'today',
            word: word(
              '今天',
              count((day) => day === today),
            ),
          },
          {
            value: 'tomorrow',
            word: word(
              '明天',
              count((day) => day === tomorrow),
            ),
          },
          {
            value: 'later',
            word: word(
              '以后',
              count((day) => day >= first),
            ),
          },
        ]}
        value={span}
        onPick={(next) => onPick(start[next])}
      />
      {span === 'later' && (
        <DateStrip today={today} from={first} days={laterDays} value={date} onPick={onPick} />
      )}
    </>
  )
}

/** Where orders wait when none does on the day that is shown; nothing when there are none at all. */
export function Elsewhere({ today, date, unconfirmed, onPick }: Props) {
  const next = unconfirmed.find((day) => day.date !== date)
  if (!next) return null
  const name = next.date <= addDays(today, 1) ? dayWord(next.date, today) : fullDay(next.date)
  return (
    <Button kind="second" icon="chevron-right" onTap={() => onPick(next.date)}>
      {`${name}有 ${next.count} 份等确认`}
    </Button>
  )
}
