import { useState } from 'react'
import type { MealOrder } from '#types/meals/orders'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { ring } from '@/platform/ring'
import { cloudNow } from '@/services/clock'
import { call } from '@/services/cloud'
import { dateOf } from '@/services/dates'
import { sentenceFor } from '@/services/sentences'

interface Props {
  order: MealOrder
  /** 王秀英的午餐 */
  meal: string
}

/** Whoever brings a meal today can ring at the door. The number comes with the tap, and is dialled at once. */
export function RingDoor({ order, meal }: Props) {
  const [isDialling, setDialling] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const isOnItsWay = order.state === 'confirmed' && order.date === dateOf(cloudNow())
  if (!isOnItsWay || !order.deliverTo?.phone) return null

  const dial = async () => {
    if (isDialling) return
    setDialling(true)
    setTrouble(null)
    try {
      const { phone } = await call('meals.ring', { orderId: order.id })
      if (phone === null) setTrouble('老人没有登记电话，打不了。请照着地址送；找不到门，先问问邻居。')
      else ring(phone)
    } catch (error) {
      setTrouble(sentenceFor(error))
    }
    setDialling(false)
  }
  return (
    <>
      {trouble && <Notice>{trouble}</Notice>}
      <Button
        kind="second"
        icon="phone"
        pending={isDialling}
        onTap={() => void dial()}
        label={`打电话，${meal}`}
      >
        打电话
      </Button>
    </>
  )
}
