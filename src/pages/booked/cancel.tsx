import { useState } from 'react'
import type { MealOrder, OwnOrder } from '#types/meals/orders'
import { can, mealOrderMoves } from '#types/states'
import { slotWord } from '#types/words/meals/slots'
import { Button } from '@/components/button'
import { RingStationOf } from '@/components/ring-station'
import { Sheet } from '@/components/sheet'
import { Soft } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { dateOf, dayWord, whenWord } from '@/services/dates'
import { useAct } from '@/services/use-act'

interface Props {
  order: OwnOrder
  /** 您, 妈妈 */
  elderWord: string
  onCancelled(order: MealOrder): void
}

/** The way out of a meal: asks once, saying what happens; when it is too late, what to do instead. */
export function Cancel({ order, elderWord, onCancelled }: Props) {
  const cancel = useAct('meals.cancel')
  const [isAsking, setAsking] = useState(false)
  const now = cloudNow()
  const isAhead = Date.parse(now) < Date.parse(order.startsAt)
  const { misfit } = order
  if (!(isAhead || misfit?.lateToo) || !can(order.state, 'cancel', mealOrderMoves)) return null

  const isSeat = order.mode === 'dineIn'
  const until = whenWord(order.cancelUntil, now)
  if (Date.parse(now) >= Date.parse(order.cancelUntil) && !misfit?.lateToo) {
    return (
      <>
        <Soft>{`取消要在${until} 以前，现在取消不了了。${isSeat ? '去不了' : '不要了'}，请打电话告诉驿站。`}</Soft>
        {!misfit && <RingStationOf stationId={order.stationId} elderId={order.elderId} />}
      </>
    )
  }

  const sure = async () => {
    const cancelled = await cancel.run({ orderId: order.id })
    if (!cancelled) return
    setAsking(false)
    onCancelled(cancelled)
  }
  const close = () => {
    cancel.clear()
    setAsking(false)
  }
  const whose = elderWord === '您' ? '' : elderWord
  return (
    <>
      <Soft>{misfit?.lateToo ? '是驿站这边变了，什么时候取消都不收钱。' : `${until} 前取消不收钱。`}</Soft>
      <Button kind="second" onTap={() => setAsking(true)}>
        取消这一餐
      </Button>
      {isAsking && (
        <Sheet
          title="要取消这一餐吗？"
          onClose={close}
          trouble={cancel.trouble}
          action={
            <Button pending={cancel.isPending} onTap={() => void sure()}>
              确定取消
            </Button>
          }
          second={
            <Button kind="second" onTap={close}>
              不取消，留着
            </Button>
          }
        >
          <Soft>
            {`${whose}${dayWord(order.date, dateOf(now))}的${slotWord[order.slot]}就没有了，${misfit ? '' : `${isSeat ? '座位' : '这一份'}让给别人，`}不收钱。以后想吃，还可以再订。`}
          </Soft>
        </Sheet>
      )}
    </>
  )
}
