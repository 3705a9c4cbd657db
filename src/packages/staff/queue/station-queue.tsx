import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { MealOrder } from '#types/meals'
import type { LocalDate } from '#types/values'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { LoadedPart } from '@/components/loaded-part'
import { LongList } from '@/components/long-list'
import { PageFrame } from '@/components/page-frame'
import { Segmented } from '@/components/segmented'
import { Soft } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { dateOf, dayWord, fullDay } from '@/services/dates'
import { open } from '@/services/platform'
import { useCloud, useLoaded } from '@/services/use-loaded'
import { type Group, groupOf } from './group-of'
import { loadOrders } from './load-orders'
import { Numbers } from './numbers'
import { OrderCard } from './order-card'
import { Refuse } from './refuse'
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
  const waiting = useCloud('meals.waiting', { stationId })
  const days = waiting.state === 'ready' ? waiting.data : []
  const orders = useLoaded(`orders ${stationId} ${date}`, () => loadOrders(stationId, date))
  const put = (order: MealOrder) => {
    if (orders.state === 'ready') orders.put(orders.data.map((one) => (one.id === order.id ? order : one)))
    void waiting.reload()
  }
  return (
    <PageFrame
      title={`${dayWord(date, today)}的订单`}
      dense
      action={
        <View className="queue-foot">
          <View className="queue-foot-one">
            <Button kind="second" icon="door-open" onTap={() => open('packages/helper/visits')}>
              敲门
            </Button>
          </View>
          <View className="queue-foot-one">
            <Button icon="user-plus" onTap={() => open('packages/staff/book-for', { stationId })}>
              帮人订餐
            </Button>
          </View>
        </View>
      }
    >
      <View className="queue-head">
        <View className="strong">{stationName}</View>
        <Soft small>{fullDay(date)}</Soft>
      </View>
      <WhichDay today={today} date={date} waiting={days} onPick={setDate} />
      <LoadedPart load={orders}>
        {(list) => (
          <Day key={date} orders={list} onChange={put} onOutdated={() => void orders.reload()}>
            <Elsewhere today={today} date={date} waiting={days} onPick={setDate} />
          </Day>
        )}
      </LoadedPart>
    </PageFrame>
  )
}

interface DayProps {
  /** What to say beneath when nothing waits. */
  children: ReactNode
  orders: readonly MealOrder[]
  onChange(order: MealOrder): void
  /** Somebody else was quicker. */
  onOutdated(): void
}

function Day({ orders, onChange, onOutdated, children }: DayProps) {
  const [group, setGroup] = useState<Group>('waiting')
  /** Orders dealt with a moment ago stay where they are: no other card slides under the finger. */
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set())
  const [refusing, setRefusing] = useState<{ order: MealOrder; reason: string } | null>(null)

  const pick = (next: Group) => {
    setSettled(new Set())
    setGroup(next)
  }
  const settle = (order: MealOrder) => {
    setSettled((before) => new Set(before).add(order.id))
    onChange(order)
  }
  const count = (wanted: Group) => orders.filter(({ state }) => groupOf(state) === wanted).length
  const shown = orders.filter(
    ({ id, state }) => groupOf(state) === group || (group === 'waiting' && settled.has(id)),
  )
  return (
    <>
      <Numbers orders={orders} />
      <Segmented<Group>
        label="哪些订单"
        options={[
          { value: 'waiting', word: `待确认 ${count('waiting')}` },
          { value: 'confirmed', word: `已确认 ${count('confirmed')}` },
          { value: 'other', word: `其他 ${count('other')}` },
        ]}
        value={group}
        onPick={pick}
      />
      {shown.length === 0 && <Empty {...nothing[group]}>{group === 'waiting' && children}</Empty>}
      <LongList key={group} items={shown}>
        {(order) => (
          <OrderCard
            key={order.id}
            order={order}
            onSettled={settle}
            onOutdated={() => {
              setSettled((before) => new Set(before).add(order.id))
              onOutdated()
            }}
            onRefuse={() =>
              setRefusing((before) => (before?.order.id === order.id ? before : { order, reason: '' }))
            }
          />
        )}
      </LongList>
      {refusing && (
        <Refuse
          order={refusing.order}
          reason={refusing.reason}
          onReason={(reason) => setRefusing({ ...refusing, reason })}
          onClose={() => setRefusing(null)}
          onRefused={settle}
        />
      )}
    </>
  )
}

const nothing = {
  waiting: { icon: 'circle-check-big', title: '没有等确认的', hint: '有新的订单，这里会自己出现。' },
  confirmed: { icon: 'utensils', title: '还没有确认过的', hint: '确认以后，家人马上看得到。' },
  other: { icon: 'clipboard-list', title: '没有别的', hint: '取消的、没有接的、吃过的会放在这里。' },
} as const satisfies Record<Group, object>
