import { useState } from 'react'
import type { MealOrder } from '#types/meals/orders'
import { liveOrderStates } from '#types/states'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { cloudNow } from '@/services/clock'
import { eatingWord } from '@/services/eating-words'
import { useCloud } from '@/services/use-loaded'
import { money } from '@/services/words'
import { SwitchSheet } from './switch-sheet'

interface Props {
  order: MealOrder
  /** 您, 妈妈 */
  elderWord: string
  onSwitched(order: MealOrder): void
}

/** Another way of eating the same meal, for as long as it can be booked. */
export function SwitchMode({ order, elderWord, onSwitched }: Props) {
  const [isAsking, setAsking] = useState(false)
  const [isDone, setDone] = useState(false)
  const now = Date.parse(cloudNow())
  const isAhead = liveOrderStates.includes(order.state) && now < Date.parse(order.startsAt)
  const { stationId, date } = order
  const sittings = useCloud('meals.sittings', isAhead ? { stationId, date } : null)
  const sitting = sittings.state === 'ready' && sittings.data.find(({ id }) => id === order.sittingId)
  if (!isAhead || !sitting || now >= Date.parse(sitting.cutoffAt)) return null
  if (sitting.modes.every((mode) => mode === order.mode)) return null
  return (
    <>
      {isDone && (
        <Notice kind="ok">{`改好了：${eatingWord[order.mode]}，${elderWord}付 ${money(order.elderPays)}。`}</Notice>
      )}
      <Button
        kind="second"
        onTap={() => {
          setDone(false)
          setAsking(true)
        }}
      >
        换一种吃法
      </Button>
      {isAsking && (
        <SwitchSheet
          order={order}
          sitting={sitting}
          elderWord={elderWord}
          onClose={() => setAsking(false)}
          onSwitched={(switched) => {
            setAsking(false)
            setDone(true)
            onSwitched(switched)
          }}
        />
      )}
    </>
  )
}
