import { useState } from 'react'
import { most } from '#types/limits'
import type { Confirming, MealOrder } from '#types/meals/orders'
import { useAct } from '@/services/use-act'
import { seenOf } from '../seen'

/** An order that is confirmed, and whether by the caller. */
type Confirmed = Extract<Confirming, { order: unknown }>
/** An order that stays as it is, and why. */
export type Left = Extract<Confirming, { code: unknown }>

/** How far confirming many orders came. */
export interface Came {
  /** Those that the caller has confirmed. */
  own: readonly MealOrder[]
  /** Those for which a colleague was quicker. */
  others: readonly MealOrder[]
  left: readonly Left[]
  /** How many nobody knows of yet: not sent, or without an answer. */
  open: number
}

interface ConfirmMany {
  came: Came
  /** The cloud has answered for some at least, if only that it is busy. */
  isAnswered: boolean
  isRunning: boolean
  /** The sentence of the call that failed; what follows it was not sent. */
  trouble: string | null
  /** Goes on with what is open, a part at a time. Resolves to how far it came. */
  run(): Promise<Came>
}

/** Confirms these orders as many at once as the cloud takes. What is open may be tried again: nothing is done twice. */
export function useConfirmMany(
  orders: readonly MealOrder[],
  onConfirmed: (orders: readonly MealOrder[]) => void,
): ConfirmMany {
  const orderIds = orders.map(({ id }) => id)
  const act = useAct('meals.confirmMany')
  const [became, setBecame] = useState<readonly Confirming[]>([])
  const [isAnswered, setAnswered] = useState(false)
  const [isRunning, setRunning] = useState(false)

  const run = async () => {
    setRunning(true)
    let all = became
    for (const part of partsOf(openOf(orderIds, all))) {
      const answers = await act.run({ orderIds: part, seen: seenAmong(orders, part) })
      if (!answers) break
      setAnswered(true)
      all = [...all, ...answers.filter((one) => !('code' in one && one.code === 'BUSY'))]
      setBecame(all)
      onConfirmed(answers.flatMap((one) => ('order' in one ? [one.order] : [])))
    }
    setRunning(false)
    return cameOf(orderIds, all)
  }
  return { came: cameOf(orderIds, became), isAnswered, isRunning, trouble: act.trouble, run }
}

const seenAmong = (orders: readonly MealOrder[], part: readonly string[]) =>
  orders.filter(({ id }) => part.includes(id)).map((order) => ({ orderId: order.id, ...seenOf(order) }))

const openOf = (orderIds: readonly string[], became: readonly Confirming[]): string[] =>
  orderIds.filter((id) => !became.some(({ orderId }) => orderId === id))

function partsOf(orderIds: readonly string[]): string[][] {
  const count = Math.ceil(orderIds.length / most.confirmed)
  return Array.from({ length: count }, (_, nth) =>
    orderIds.slice(nth * most.confirmed, (nth + 1) * most.confirmed),
  )
}

function cameOf(orderIds: readonly string[], became: readonly Confirming[]): Came {
  const confirmed = became.filter((one): one is Confirmed => 'order' in one)
  return {
    own: confirmed.filter(({ isMine }) => isMine).map(({ order }) => order),
    others: confirmed.filter(({ isMine }) => !isMine).map(({ order }) => order),
    left: became.flatMap((one) => ('code' in one ? [one] : [])),
    open: openOf(orderIds, became).length,
  }
}
