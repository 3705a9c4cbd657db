import { type ReactNode, useState } from 'react'
import type { MealOrder, QueuedOrder } from '#types/meals/orders'
import type { LocalDate } from '#types/values'
import { Empty } from '@/components/empty'
import { dayWord } from '@/services/dates'
import { AllWaiting } from '../all/all-waiting'
import { type Asking, AskingSheet } from '../asking/asking-sheet'
import type { DayMeal } from '../day-meals'
import { type Group, groupOf, type Place } from '../group-of'
import { Rows } from '../row/rows'
import { Find } from './find'
import { Kitchen } from './kitchen'
import { nothing } from './nothing'
import { Numbers } from './numbers'
import { ServableFrom } from './servable-from'
import { sharedNames } from './shared-names'
import { useSearch } from './use-search'

interface Props {
  /** What to say beneath when nothing waits. */
  children: ReactNode
  stationId: string
  today: LocalDate
  date: LocalDate
  meal: DayMeal
  /** All of the day. */
  meals: readonly DayMeal[]
  /** The list of it that is shown. */
  group: Group
  onGo(place: Place): void
  /** What was typed to find somebody: it is looked for in each meal. */
  text: string
  onText(text: string): void
  onChange(orders: readonly MealOrder[]): void
  onOutdated(): void
}

/** From so many on somebody is found faster by typing. */
const manyOrders = 8

/** The orders of one meal by what is to be done about them. */
export function MealList(props: Props) {
  const { stationId, today, date, meal, meals, group, text, children } = props
  const { onGo, onText, onChange, onOutdated } = props
  /** Orders dealt with a moment ago stay where they are: no other row slides under the finger. */
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set())
  const [asking, ask] = useState<Asking | null>(null)
  const search = useSearch(stationId, date, text)

  const goTo = (place: Place) => {
    setSettled(new Set())
    onGo(place)
  }
  const pick = (next: Group) => goTo({ slot: meal.slot, group: next })
  const stay = ({ id }: MealOrder) => setSettled((before) => new Set(before).add(id))
  const settle = (order: MealOrder) => {
    stay(order)
    onChange([order])
  }
  const { orders } = meal
  const waiting = orders.filter(({ state }) => state === 'placed')
  const listed = orders.filter(({ id, state }) => groupOf(state) === group || settled.has(id))
  const shown = inOrder(group, listed, settled).filter(search.finds)
  const [first] = shown
  return (
    <>
      <Numbers orders={orders} group={group} onPick={pick} />
      <Kitchen meal={meal} />
      {(orders.length > manyOrders || text !== '') && (
        <Find
          {...{ meals, text, search }}
          shown={{ meal, group }}
          onChange={onText}
          onGo={goTo}
          isNobody={shown.length === 0}
        />
      )}
      <AllWaiting
        {...{ waiting, slot: meal.slot }}
        day={dayWord(date, today)}
        isOffered={group === 'waiting' && search.typed === ''}
        onConfirmed={onChange}
        onOutdated={onOutdated}
      />
      {group === 'confirmed' && first && date === today && <ServableFrom order={first} />}
      {listed.length === 0 && search.typed === '' && (
        <Empty {...nothing[group]}>{group === 'waiting' && children}</Empty>
      )}
      <Rows
        key={group}
        {...{ group, orders: shown, shared: sharedNames(orders) }}
        onSettled={settle}
        onOutdated={(order) => {
          stay(order)
          onOutdated()
        }}
        onAsk={(act, order) => ask({ act, order })}
      />
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
