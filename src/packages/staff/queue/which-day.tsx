import type { LocalDate } from '#types/values'
import { Button } from '@/components/button'
import { DateStrip } from '@/components/date-strip'
import { Segmented } from '@/components/segmented'
import type { ReplyFrom } from '@/services/cloud'
import { addDays, daysBetween, dayWord, fullDay } from '@/services/dates'
import { lastOf } from '@/services/last-of'

/** How many orders of a day wait to be confirmed, and how many there are in all. */
type OrderDay = ReplyFrom<'meals.orderDays'>[number]

interface Props {
  today: LocalDate
  /** The day that is shown. */
  date: LocalDate
  /** Days with orders, in order; null while nobody knows. */
  days: readonly OrderDay[] | null
  onPick(date: LocalDate): void
}

type Span = 'today' | 'tomorrow' | 'later'

/** How many days beyond tomorrow can be picked at least; more where something is ordered for them. */
const laterDays = 6

/** Today, tomorrow or a day after: each says how many orders wait there. */
export function WhichDay({ today, date, days, onPick }: Props) {
  const unconfirmed = waitingOf(days)
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
        <DateStrip
          {...{ today, onPick }}
          from={first}
          days={daysFrom(first, days)}
          value={date}
          noteOf={(day) => (days ? noteOf(days.find((one) => one.date === day)) : [])}
        />
      )}
    </>
  )
}

/** Where orders wait when none does on the day that is shown; nothing when there are none at all. */
export function Elsewhere({ today, date, days, onPick }: Props) {
  const next = waitingOf(days).find((day) => day.date !== date)
  if (!next) return null
  const name = next.date <= addDays(today, 1) ? dayWord(next.date, today) : fullDay(next.date)
  return (
    <Button kind="second" icon="chevron-right" onTap={() => onPick(next.date)}>
      {`${name}有 ${next.count} 份等确认`}
    </Button>
  )
}

const waitingOf = (days: readonly OrderDay[] | null) => (days ?? []).filter(({ count }) => count > 0)

/** An even number of days that ends with none that has orders left out. */
function daysFrom(first: LocalDate, days: readonly OrderDay[] | null): number {
  const last = lastOf(days ?? [])?.date ?? first
  return Math.max(laterDays, 2 * Math.ceil((daysBetween(first, last) + 1) / 2))
}

/** 等 2, 共 9; of a day without any that there is none. */
const noteOf = ({ count, all }: Pick<OrderDay, 'count' | 'all'> = { count: 0, all: 0 }) =>
  all === 0 ? ['没有'] : [`等 ${count}`, `共 ${all}`]
