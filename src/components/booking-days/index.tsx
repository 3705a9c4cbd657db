import { useState } from 'react'
import type { LocalDate } from '#types/values'
import { cloudNow } from '@/services/clock'
import { dateOf, daysBetween } from '@/services/dates'
import { useMealsUntil } from '@/services/meals-until'
import { Button } from '../button'
import { DateStrip } from '../date-strip'

const atFirst = 4
/** So many for those who plan; they are asked for once more for the rest. */
const usual = 8

interface Props {
  /** Where it is booked: it says until when. */
  stationId: string
  value: LocalDate
  onPick(date: LocalDate): void
}

/** The coming four days; for those who plan four more, then all that can be booked. */
export function BookingDays({ stationId, value, onPick }: Props) {
  const last = useMealsUntil(stationId)
  const today = dateOf(cloudNow())
  const inAll = last === null ? usual : Math.max(atFirst, daysBetween(today, last) + 1)
  const [shown, setShown] = useState(atFirst)
  const away = daysBetween(today, value) + 1
  const some = away > atFirst ? Math.max(shown, usual, away + (away % 2)) : shown
  const days = Math.max(away, Math.min(inAll, some))
  return (
    <>
      <DateStrip today={today} days={days} value={value} onPick={onPick} />
      {days < inAll && (
        <Button kind="quiet" icon="calendar-days" onTap={() => setShown(days < usual ? usual : inAll)}>
          看后面几天
        </Button>
      )}
    </>
  )
}
