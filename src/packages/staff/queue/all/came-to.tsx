import { View } from '@tarojs/components'
import type { MealOrder } from '#types/meals/orders'
import { orderStateWord } from '#types/words/meals/order-states'
import { Notice } from '@/components/notice'
import { lastOf } from '@/services/last-of'
import { sentenceOf } from '@/services/sentences'
import type { Came, Left } from './use-confirm-many'

interface Props {
  orders: readonly MealOrder[]
  came: Came
  isRunning: boolean
}

/** How far confirming them all came: which are confirmed, by whom where a colleague was quicker, which are left and why. */
export function CameTo({ orders, came: { own, others, left, open }, isRunning }: Props) {
  const nameOf = (id: string) => orders.find((order) => order.id === id)?.elderName ?? ''
  return (
    <>
      {own.length > 0 && <Notice kind="ok">{`确认好了 ${own.length} 份：${namesOf(own)}`}</Notice>}
      {others.map((order) => (
        <View key={order.id}>{`${order.elderName}：${confirmedBy(order)}已经先确认了`}</View>
      ))}
      {left.length > 0 && <Notice>{`没有确认的 ${left.length} 份：`}</Notice>}
      {left.map((one) => (
        <View key={one.orderId}>{`${nameOf(one.orderId)}：${why(one)}`}</View>
      ))}
      {open > 0 && (
        <View>
          {isRunning
            ? `还有 ${open} 份，正在办。`
            : `还有 ${open} 份没有办成，或者没有回音。再点一次就行，不会重复。`}
        </View>
      )}
    </>
  )
}

/** Who confirmed it last. Taking back that it was eaten leads to `confirmed` too, and confirms nothing. */
function confirmedBy({ history }: MealOrder): string {
  const confirmed = history.filter(
    ({ state }, nth) => state === 'confirmed' && history[nth - 1]?.state !== 'served',
  )
  return lastOf(confirmed)?.by.name ?? '同事'
}

const namesOf = (orders: readonly MealOrder[]): string => orders.map(({ elderName }) => elderName).join('、')

function why({ code, state }: Left): string {
  if (code === 'ELDER_DIED') return '登记里写着已经过世。记错了，在这位老人的登记里改。'
  if (code === 'ORDER_CHANGED') return '刚刚改过菜、吃法或者地址。请看过现在的，再单独确认。'
  if (code === 'ORDER_MISFIT') return '和驿站现在的安排对不上。请站长在首页的“对不上的订餐”里办。'
  return state ? orderStateWord[state] : sentenceOf(code)
}
