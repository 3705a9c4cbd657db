import { useState } from 'react'
import type { MealOrder, QueuedOrder } from '#types/meals/orders'
import type { Slot } from '#types/meals/slots'
import { slotWord } from '#types/words/meals/slots'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { ConfirmAll } from './confirm-all'

interface Props {
  /** What waits of the meal. */
  waiting: readonly QueuedOrder[]
  /** 今天, 11月25日 周三 */
  day: string
  slot: Slot
  /** Whether the list of what waits is shown, whole. */
  isOffered: boolean
  onConfirmed(orders: readonly MealOrder[]): void
  /** Some were not confirmed: there is something to see. */
  onOutdated(): void
}

/** Everything that waits of a meal, to be confirmed in one act. */
export function AllWaiting({ waiting, day, slot, isOffered, onConfirmed, onOutdated }: Props) {
  const [asked, ask] = useState<readonly QueuedOrder[] | null>(null)
  const [news, setNews] = useState<string | null>(null)
  const start = () => {
    setNews(null)
    ask(waiting)
  }
  return (
    <>
      {isOffered && news && <Notice kind="ok">{news}</Notice>}
      {isOffered && waiting.length > 1 && (
        <Button onTap={start}>{`全部确认（${waiting.length} 份${slotWord[slot]}）`}</Button>
      )}
      {asked && (
        <ConfirmAll
          {...{ orders: asked, day, slot, onConfirmed }}
          onWhole={() => {
            setNews(`${day}${slotWord[slot]} ${asked.length} 份都确认好了，在“已确认”里。`)
            ask(null)
          }}
          onClose={(came) => {
            ask(null)
            if (came && (came.left.length > 0 || came.open > 0)) onOutdated()
          }}
        />
      )}
    </>
  )
}
