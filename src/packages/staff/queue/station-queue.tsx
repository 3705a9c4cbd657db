import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { MealOrder, QueuedOrder } from '#types/meals/orders'
import type { LocalDate } from '#types/values'
import { Button } from '@/components/button'
import { LoadedPart } from '@/components/loaded-part'
import { PageFrame } from '@/components/page-frame'
import { Soft } from '@/components/text'
import { open } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { dateOf, dayWord, fullDay } from '@/services/dates'
import { openAsking } from '@/services/news'
import { useCloud, useLoaded } from '@/services/use-loaded'
import { Day } from './day'
import { loadOrders } from './load-orders'
import { Elsewhere, WhichDay } from './which-day'
import './index.scss'

interface Props {
  stationId: string
  stationName: string
}

/** One day's orders of a station. */
export function StationQueue({ stationId, stationName }: Props) {
  const today = dateOf(cloudNow())
  const [date, setDate] = useState<LocalDate>(today)
  const counts = useCloud('meals.orderDays', { stationId })
  const days = counts.state === 'ready' ? counts.data : null
  const orders = useLoaded(`orders ${stationId} ${date}`, () => loadOrders(stationId, date))
  /** Answers come in any order, long after the tap: each changes what is there by then. */
  const latest = useRef<QueuedOrder[] | null>(null)
  latest.current = orders.state === 'ready' ? orders.data : null
  const put = (changed: readonly MealOrder[]) => {
    void counts.reload()
    if (orders.state !== 'ready' || !latest.current) return // another day is being loaded
    latest.current = latest.current.map((one) => merged(one, changed))
    orders.put(latest.current)
  }
  return (
    <PageFrame
      title={`${dayWord(date, today)}的订单`}
      dense
      action={
        <Button icon="user-plus" onTap={() => open('packages/staff/book-for', { stationId })}>
          帮人订餐
        </Button>
      }
      second={
        <Button kind="second" icon="door-open" onTap={() => openAsking('packages/helper/visits')}>
          敲门
        </Button>
      }
    >
      <View className="queue-head">
        <View className="strong">{stationName}</View>
        <Soft small>{fullDay(date)}</Soft>
      </View>
      <WhichDay today={today} date={date} days={days} onPick={setDate} />
      <LoadedPart load={orders}>
        {(list) => (
          <Day
            key={date}
            {...{ stationId, today, date, orders: list }}
            onChange={put}
            onOutdated={() => void orders.reload()}
          >
            <Elsewhere today={today} date={date} days={days} onPick={setDate} />
          </Day>
        )}
      </LoadedPart>
    </PageFrame>
  )
}

/** A row with the order as it was answered: what that does not say any more is not so any more. */
function merged(order: QueuedOrder, changed: readonly MealOrder[]): QueuedOrder {
  const answer = changed.find(({ id }) => id === order.id)
  if (!answer) return order
  const {
    doorChangedAt: _door,
    laterChanges: _later,
    kitchenChange: _kitchen,
    isToTell: _tell,
    ...row
  } = order
  return { ...row, ...answer }
}
