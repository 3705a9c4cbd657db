import type { BookedAlready } from '#types/meals/orders'
import type { Sitting } from '#types/meals/sittings'
import { modeWord } from '#types/words/meals/modes'
import { orderStateWord } from '#types/words/meals/order-states'
import { slotWord } from '#types/words/meals/slots'
import { Notice } from '@/components/notice'
import { cloudNow } from '@/services/clock'
import { dateOf, dayWord } from '@/services/dates'

interface Props {
  booked: readonly BookedAlready[]
  sitting: Sitting
  elderName: string
}

/** What she has of this meal already, wherever it is: read before anything is picked. */
export function Already({ booked, sitting, elderName }: Props) {
  const meal = `${elderName}${dayWord(sitting.date, dateOf(cloudNow()))}的${slotWord[sitting.slot]}`
  const words = booked.filter(({ slot }) => slot === sitting.slot).map(alreadyWord)
  return (
    <>
      {[...new Set(words)].map((said) => (
        <Notice key={said}>{`${meal}，${said}`}</Notice>
      ))}
    </>
  )
}

/** Whether she has this meal at this very station: no second one is booked there. */
export const isBookedHere = (booked: readonly BookedAlready[], { slot }: Sitting): boolean =>
  booked.some((one) => one.isHere && one.slot === slot)

function alreadyWord({ isHere, state, what }: BookedAlready): string {
  const where = isHere ? '在这里' : what ? `在${what.stationName}` : '在别的驿站'
  const words = what ? `：${what.setName}，${modeWord[what.mode]}，${orderStateWord[state]}` : ''
  if (!isHere) return `${where}已经订过了${words}。再订就是第二份。`
  return `${where}已经订过了${words}。要改，在当天的订单里找到它。`
}
