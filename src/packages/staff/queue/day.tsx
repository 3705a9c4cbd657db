import { type ReactNode, useState } from 'react'
import type { MealOrder, QueuedOrder } from '#types/meals/orders'
import type { LocalDate } from '#types/values'
import { Empty } from '@/components/empty'
import { cloudNow } from '@/services/clock'
import { mealsOf, nearestMeal } from './day-meals'
import type { Place } from './group-of'
import { MealList } from './meal/meal-list'
import { nothing } from './meal/nothing'
import { WhichMeal } from './which-meal'

interface Props {
  /** What to say beneath when nothing waits. */
  children: ReactNode
  stationId: string
  today: LocalDate
  date: LocalDate
  orders: readonly QueuedOrder[]
  onChange(orders: readonly MealOrder[]): void
  /** Somebody else was quicker. */
  onOutdated(): void
}

/** One day's orders, a meal at a time; the meal that is next is open. */
export function Day({ orders, children, ...list }: Props) {
  const meals = mealsOf(orders)
  const [place, go] = useState<Place | null>(null)
  const [first] = useState(() => nearestMeal(meals, cloudNow())?.slot ?? null)
  const [text, setText] = useState('')
  const meal = meals.find(({ slot }) => slot === (place?.slot ?? first)) ?? nearestMeal(meals, cloudNow())
  if (!meal) return <Empty {...nothing.waiting}>{children}</Empty>
  return (
    <>
      <WhichMeal meals={meals} slot={meal.slot} onPick={(slot) => go({ slot, group: 'waiting' })} />
      <MealList
        key={meal.slot}
        {...{ meal, meals, text }}
        group={place?.group ?? 'waiting'}
        onGo={go}
        onText={setText}
        {...list}
      >
        {children}
      </MealList>
    </>
  )
}
