import type { Sitting } from '#types/meals/sittings'
import { slotWord } from '#types/words/meals/slots'
import { Notice } from '@/components/notice'
import { Soft } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { whenWord } from '@/services/dates'
import { closedDaysWord } from '@/services/opening'

interface Props {
  list: readonly Sitting[]
  sitting: Sitting
  /** Whether the clerk chose this meal; otherwise it is the next that can be booked. */
  isPicked: boolean
}

/** How a meal stands: what is left of it, until when; and which meals of the day are over, where it is shown in their place. */
export function SittingNews({ list, sitting, isPicked }: Props) {
  const over = isPicked ? [] : list.filter((one) => one.startsAt < sitting.startsAt && !one.bookable)
  const meals = over.map(({ slot }) => slotWord[slot]).join('、')
  return (
    <>
      {meals && <Notice>{`${meals}停订了，下面是${slotWord[sitting.slot]}。`}</Notice>}
      <Soft>{sittingWords(sitting)}</Soft>
    </>
  )
}

function sittingWords(sitting: Sitting): string {
  if (sitting.closure) return `${closedDaysWord(sitting)}请选别的日子。`
  if (!sitting.bookable) return '这一餐已经停订，请选后面的一餐。'
  const until = whenWord(sitting.cutoffAt, cloudNow())
  return `还剩 ${sitting.seatsLeft} 个座位，自取和送餐还剩 ${sitting.portionsLeft} 份，订到${until}`
}
