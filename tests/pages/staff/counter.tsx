import { fireEvent, render, screen } from '@testing-library/react'
import type { QueuedOrder } from '#types/meals/orders'
import Queue from '@/packages/staff/queue'
import { aMe, anOrder as aMealOrder } from '../builders'
import { cloudAnswers } from '../network'

/** Zhang Jing, who works at the counter. */
export const clerk = () =>
  aMe({
    name: '张静',
    roles: [{ role: 'clerk', stationId: 'st-changjiang', orgName: '长江路社区养老驿站' }],
    elders: [],
  })

/** What the counter is told of an order with it: an hour before the meal, four hours after it. */
export const anOrder = (over: Partial<QueuedOrder> = {}): QueuedOrder => {
  const order = aMealOrder(over)
  const minutesFrom = (minutes: number) =>
    new Date(Date.parse(order.startsAt) + minutes * 60_000).toISOString()
  return {
    ...{
      servableFrom: minutesFrom(-60),
      reasonFrom: minutesFrom(240),
      undoUntil: null,
      mind: null,
      clashes: null,
    },
    ...order,
    ...over,
  }
}

/** The daughter who booked. */
export const liMin = { name: '李敏', role: 'family', relation: 'daughter', channel: 'app' } as const
/** Waits to be confirmed. */
export const placed = (over: Partial<QueuedOrder> = {}) =>
  anOrder({ state: 'placed', placedBy: liMin, ...over })

/** Draws her list of these orders, and waits for the sentence. */
export async function showing(orders: readonly QueuedOrder[], sentence: string | RegExp) {
  const sent = cloudAnswers({
    'meals.queue': ({ after }) => (after ? [] : [...orders]),
    'meals.orderDays': () => [],
  })
  render(<Queue />)
  await screen.findByText(sentence)
  return sent
}

/** The names of the rows, in their order. */
export const names = () => [...document.querySelectorAll('.queue-row-name')].map((one) => one.textContent)
/** Shows the whole order of a row. */
export const openRow = (name: string) => fireEvent.click(screen.getByText(name))
