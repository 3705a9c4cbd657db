import type { QueuedOrder } from '#types/meals/orders'
import { ClashMarks } from '@/components/clash-marks'
import { Soft } from '@/components/text'
import { madeWord } from '@/services/dish-words'

/** What of the ordered set the elder is allergic to or does not eat, and what is made as she needs it, for whoever hands it to the kitchen. */
export function ClashLines({ order }: { order: QueuedOrder }) {
  const made = madeWord(order.made ?? [])
  return (
    <>
      <ClashMarks found={order.clashes} elderWord={order.elderName} />
      {made && <Soft small>{made}</Soft>}
    </>
  )
}
