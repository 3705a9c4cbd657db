import { useState } from 'react'
import type { LocalDate } from '#types/values'
import { Button } from '@/components/button'
import { DateStrip } from '@/components/date-strip'
import { cloudNow } from '@/services/clock'
import { dateOf, daysBetween } from '@/services/dates'

const atFirst = 4
const inAll = 8

/** The coming four days, and four more for those who plan. */
export function Day({ value, onPick }: { value: LocalDate; onPick(date: LocalDate): void }) {
  const [hasMore, setMore] = useState(false)
  const today = dateOf(cloudNow())
  const away = daysBetween(today, value) + 1
  const days = hasMore || away > atFirst ? Math.max(inAll, away + (away % 2)) : atFirst
  return (
    <>
      <DateStrip today={today} days={days} value={value} onPick={onPick} />
      {days < inAll && (
        <Button kind="quiet" icon="calendar-days" onTap={() => setMore(true)}>
          看后面几天
        </Button>
      )}
    </>
  )
}
