import { type ReactNode, useState } from 'react'
import { longest } from '#types/limits'
import type { MealOrder, QueuedOrder } from '#types/meals/orders'
import type { LocalDate } from '#types/values'
import { Empty } from '@/components/empty'
import { Field } from '@/components/field'
import { LongList } from '@/components/long-list'
import { Segmented } from '@/components/segmented'
import { type Asking, AskingSheet } from './asking-sheet'
import { type Group, groupOf, groupWords } from './group-of'
import { Numbers } from './numbers'
import { OrderCard } from './order-card'

interface Props {
  /** What to say beneath when nothing waits. */
  children: ReactNode
  today: LocalDate
  orders: readonly QueuedOrder[]
  onChange(order: MealOrder): void
  /** Somebody else was quicker. */
  onOutdated(): void
}

/** From so many on a name is found faster by typing. */
const manyOrders = 8

/** One day's orders by what is to be done about them. */
export function Day({ today, orders, onChange, onOutdated, children }: Props) {
  const [group, setGroup] = useState<Group>('waiting')
  /** Orders dealt with a moment ago stay where they are: no other card slides under the finger. */
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set())
  const [asking, ask] = useState<Asking | null>(null)
  const [name, setName] = useState('')

  const pick = (next: Group) => {
    setSettled(new Set())
    setName('')
    setGroup(next)
  }
  const stay = ({ id }: MealOrder) => setSettled((before) => new Set(before).add(id))
  const settle = (order: MealOrder) => {
    stay(order)
    onChange(order)
  }
  const count = (wanted: Group) => orders.filter(({ state }) => groupOf(state) === wanted).length
  const listed = orders.filter(({ id, state }) => groupOf(state) === group || settled.has(id))
  const shown = inOrder(group, listed, settled).filter(({ elderName }) => elderName.includes(name.trim()))
  return (
    <>
      <Numbers orders={orders} />
      <Segmented<Group>
        label="哪些订单"
        options={groupWords.map(({ value, word }) => ({ value, word: `${word} ${count(value)}` }))}
        value={group}
        onPick={pick}
      />
      {(listed.length > manyOrders || name !== '') && (
        <Field
          label="只看这个名字"
          value={name}
          onChange={setName}
          placeholder="比如：王"
          maxLength={longest.name}
        />
      )}
      {shown.length === 0 && name.trim() !== '' && (
        <Empty icon="search" title={`这里没有名字带“${name.trim()}”的`} />
      )}
      {listed.length === 0 && <Empty {...nothing[group]}>{group === 'waiting' && children}</Empty>}
      <LongList key={group} items={shown}>
        {(order) => (
          <OrderCard
            key={order.id}
            order={order}
            today={today}
            group={group}
            onSettled={settle}
            onOutdated={() => {
              stay(order)
              onOutdated()
            }}
            onAsk={(act) => ask({ act, order })}
          />
        )}
      </LongList>
      {asking && (
        <AskingSheet asking={asking} onClose={() => ask(null)} onSettled={settle} onOutdated={onOutdated} />
      )}
    </>
  )
}

/** Among everything else those who did not come stand first: they may come yet. */
function inOrder(
  group: Group,
  orders: readonly QueuedOrder[],
  settled: ReadonlySet<string>,
): readonly QueuedOrder[] {
  if (group !== 'other') return orders
  const isFirst = ({ id, state }: MealOrder) => state === 'missed' || settled.has(id)
  return [...orders.filter(isFirst), ...orders.filter((order) => !isFirst(order))]
}

const nothing = {
  waiting: { icon: 'circle-check-big', title: '没有等确认的', hint: '有新的订单，这里会自己出现。' },
  confirmed: { icon: 'utensils', title: '没有在等吃饭的', hint: '确认过的在这里，吃过一位点一位。' },
  served: { icon: 'circle-check-big', title: '还没有人吃过', hint: '在“已确认”里点一下，就到这里。' },
  other: { icon: 'clipboard-list', title: '没有别的', hint: '没来的、取消的、没有接的会放在这里。' },
} as const satisfies Record<Group, object>
