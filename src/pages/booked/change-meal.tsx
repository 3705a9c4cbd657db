import { useState } from 'react'
import type { MenuClashes } from '#types/meals/clashes'
import type { MealOrder } from '#types/meals/orders'
import { liveOrderStates } from '#types/states'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { cloudNow } from '@/services/clock'
import { eatingWord } from '@/services/eating-words'
import { type Loaded, useCloud } from '@/services/use-loaded'
import { money } from '@/services/words'
import { ChangeSheet } from './change-sheet'

interface Props {
  order: MealOrder
  /** What of that day's sets she is allergic to; null where nobody is told. */
  clashes: Loaded<MenuClashes[]> | null
  /** 您, 妈妈 */
  elderWord: string
  onChanged(order: MealOrder): void
}

/** Another set of the same meal, or another way of eating it, for as long as it can be booked. */
export function ChangeMeal({ order, clashes, elderWord, onChanged }: Props) {
  const [isAsking, setAsking] = useState(false)
  const [isDone, setDone] = useState(false)
  const now = Date.parse(cloudNow())
  const isAhead = liveOrderStates.includes(order.state) && now < Date.parse(order.startsAt)
  const { stationId, date } = order
  const sittings = useCloud('meals.sittings', isAhead ? { stationId, date } : null)
  const sitting = sittings.state === 'ready' && sittings.data.find(({ id }) => id === order.sittingId)
  if (!isAhead || !sitting || now >= Date.parse(sitting.cutoffAt)) return null
  const hasOtherSet = sitting.sets.some(({ id }) => id !== order.setId)
  const hasOtherMode = sitting.modes.some((mode) => mode !== order.mode)
  if (!hasOtherSet && !hasOtherMode) return null
  const words = hasOtherSet ? (hasOtherMode ? '换一份，或者换吃法' : '换一份') : '换一种吃法'
  return (
    <>
      {isDone && (
        <Notice kind="ok">
          {`改好了：${order.setName}，${eatingWord[order.mode]}，${elderWord}付 ${money(order.elderPays)}。`}
        </Notice>
      )}
      <Button
        kind="second"
        onTap={() => {
          setDone(false)
          setAsking(true)
        }}
      >
        {words}
      </Button>
      {isAsking && (
        <ChangeSheet
          title={words}
          order={order}
          sitting={sitting}
          clashes={clashes}
          elderWord={elderWord}
          onClose={() => setAsking(false)}
          onOutdated={() => void sittings.reload()}
          onChanged={(changed) => {
            setAsking(false)
            setDone(true)
            onChanged(changed)
          }}
        />
      )}
    </>
  )
}
