import type { CounterOrder } from '#types/meals/orders'
import type { LocalDate } from '#types/values'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Soft } from '@/components/text'
import { hourOf } from '@/services/dates'
import { useAct } from '@/services/use-act'
import { useIsAhead } from '@/services/use-is-ahead'
import { servedWord } from './served-word'

interface Props {
  order: CounterOrder
  today: LocalDate
  /** 王秀英的午餐 */
  meal: string
  onAnswer(served: CounterOrder | null): void
  /** It is late: why comes first. */
  onAsk(): void
}

/** Ticks a meal off, from when on the cloud takes it; before, on its day, it says from when. */
export function ServeButton({ order, today, meal, onAnswer, onAsk }: Props) {
  const serve = useAct('meals.serve')
  const isEarly = useIsAhead(order.servableFrom)
  const isInTime = useIsAhead(order.reasonFrom)
  const word = servedWord(order)
  const send = async () => onAnswer(await serve.run({ orderId: order.id }))
  if (isEarly) {
    const from = `${hourOf(order.servableFrom)} 起可以记“${word}”。`
    return order.date === today ? <Soft small>{from}</Soft> : null
  }
  return (
    <>
      {serve.trouble && <Notice>{serve.trouble}</Notice>}
      <Button
        kind={order.state === 'missed' ? 'second' : 'primary'}
        pending={serve.isPending}
        onTap={isInTime ? () => void send() : onAsk}
        label={`${word}，${meal}`}
      >
        {word}
      </Button>
    </>
  )
}
