import { useState } from 'react'
import type { MealOrder } from '#types/meals/orders'
import type { Price } from '#types/meals/prices'
import type { Mode, Sitting } from '#types/meals/sittings'
import { Button } from '@/components/button'
import { Choice, Choices } from '@/components/choice'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { Lead, Soft } from '@/components/text'
import { buzz } from '@/platform/buzz'
import { doorWord } from '@/services/door-words'
import { eatingWord } from '@/services/eating-words'
import { sharesWord } from '@/services/price-words'
import { useAct } from '@/services/use-act'
import { type Loaded, useCloud } from '@/services/use-loaded'
import { money } from '@/services/words'

interface Props {
  order: MealOrder
  sitting: Sitting
  elderWord: string
  onClose(): void
  onSwitched(order: MealOrder): void
}

/** Which other way, and what it would cost: the price first, then the button. */
export function SwitchSheet({ order, sitting, elderWord, onClose, onSwitched }: Props) {
  const others = sitting.modes.filter((mode) => mode !== order.mode)
  const [mode, setMode] = useState<Mode | null>(others.find((one) => hasPlace(one, order, sitting)) ?? null)
  const change = useAct('meals.switchMode')
  const { sittingId, elderId, setId } = order
  const quote = useCloud('meals.quote', mode && { sittingId, elderId, setId, mode })
  const price = quote.state === 'ready' ? quote.data : null

  const send = async () => {
    if (!mode || !price) return
    const switched = await change.run({ orderId: order.id, mode, pays: price.elderPays })
    if (switched) {
      buzz()
      onSwitched(switched)
    } else void quote.reload()
  }
  return (
    <Sheet
      title="换一种吃法"
      onClose={onClose}
      action={
        <>
          {change.trouble && (
            <Notice>{change.code === 'PRICE_CHANGED' ? otherPriceWords : change.trouble}</Notice>
          )}
          {mode && price && (
            <Button pending={change.isPending} onTap={() => void send()}>
              {`改成${eatingWord[mode]}，付 ${money(price.elderPays)}`}
            </Button>
          )}
          <Button kind="second" onTap={onClose}>
            不改了
          </Button>
        </>
      }
    >
      <Soft>{`现在是${eatingWord[order.mode]}，${elderWord}付 ${money(order.elderPays)}。`}</Soft>
      <Choices label="换成哪一种">
        {others.map((one) => (
          <Choice
            key={one}
            title={eatingWord[one]}
            hint={hasPlace(one, order, sitting) ? undefined : '这样吃的已经满了'}
            isPicked={one === mode}
            disabled={!hasPlace(one, order, sitting)}
            onPick={() => {
              if (change.code !== null) change.clear()
              setMode(one)
            }}
          />
        ))}
      </Choices>
      {quote.state === 'ready' && quote.data.deliverTo && (
        <Soft>{`送到 ${doorWord(quote.data.deliverTo)}。`}</Soft>
      )}
      {mode && <NewPrice quote={quote} before={order.elderPays} elderWord={elderWord} />}
    </Sheet>
  )
}

const otherPriceWords = '价钱刚刚变了，还没有改。请看一看新的价钱，再点一次。'

/** Take-away and delivery share their portions: between these two nothing more is needed. */
function hasPlace(mode: Mode, order: MealOrder, sitting: Sitting): boolean {
  if (mode === 'dineIn') return sitting.seatsLeft > 0
  return order.mode !== 'dineIn' || sitting.portionsLeft > 0
}

interface PriceProps {
  quote: Loaded<Price>
  /** What she pays as it is booked, fen. */
  before: number
  elderWord: string
}

function NewPrice({ quote, before, elderWord }: PriceProps) {
  if (quote.state === 'loading') return <Soft>正在算价钱</Soft>
  if (quote.state === 'failed') return <Notice>{quote.sentence}</Notice>
  const { lines, elderPays } = quote.data
  const shares = sharesWord(lines, elderWord)
  return (
    <>
      <Lead>{`${elderWord}付 ${money(elderPays)}，${differenceWord(elderPays - before)}`}</Lead>
      {shares && <Soft>{`${shares}。`}</Soft>}
    </>
  )
}

/** 和现在一样, 比现在多 2 元 */
function differenceWord(more: number): string {
  if (more === 0) return '和现在一样'
  return more > 0 ? `比现在多 ${money(more)}` : `比现在少 ${money(-more)}`
}
