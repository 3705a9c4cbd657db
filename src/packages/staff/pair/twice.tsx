import { View } from '@tarojs/components'
import type { SideBySide } from '#types/people/likenesses'
import { slotWord } from '#types/words/meals/slots'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { Soft } from '@/components/text'
import { monthAndDay } from '@/services/dates'
import { useAct } from '@/services/use-act'
import { registeredWord, whichWord } from './side-card'

interface Props {
  pair: SideBySide
  /** Something was cancelled: the two may be joined now. */
  onCancelled(): void
}

/** Meals that stand for both: whoever decides says which one stays, and nothing is cancelled without them. */
export function Twice({ pair, onCancelled }: Props) {
  return (
    <>
      <Notice kind="warn">同一天的同一餐，两份登记里各订了一份。先取消其中一份，才能合成一份。</Notice>
      {pair.twice.map(({ date, slot, orders }) => (
        <Card key={`${date} ${slot}`}>
          <View className="pair-side">
            {orders.map((order) => (
              <Booked
                key={order.orderId}
                order={order}
                meal={`${monthAndDay(date)}${slotWord[slot]}`}
                which={whichOf(pair, order.elderId)}
                onCancelled={onCancelled}
              />
            ))}
          </View>
        </Card>
      ))}
    </>
  )
}

interface BookedProps {
  order: SideBySide['twice'][number]['orders'][number]
  meal: string
  /** Under which of the two registrations it stands. */
  which: string
  onCancelled(): void
}

function Booked({ order, meal, which, onCancelled }: BookedProps) {
  const { orderId, stationName, setName, canCancel } = order
  const cancel = useAct('meals.cancel')
  const send = async () => {
    const cancelled = await cancel.run({ orderId, reason: '登记了两次，只留一份', channel: 'counter' })
    if (cancelled) onCancelled()
  }
  return (
    <>
      <View>{`${meal} · ${setName} · ${stationName}`}</View>
      <Soft small>{`订在${which}里`}</Soft>
      {!canCancel && (
        <Soft small>{`这一份在这里取消不了。请给${stationName}打电话，或者等吃过了再合。`}</Soft>
      )}
      {cancel.trouble && <Notice>{cancel.trouble}</Notice>}
      {canCancel && (
        <Button
          kind="second"
          label={`取消${which}里${meal}的${setName}`}
          pending={cancel.isPending}
          onTap={() => void send()}
        >
          取消这一份
        </Button>
      )}
    </>
  )
}

/** 先登记的一份（王秀英，女儿李敏11月20日登记的） */
function whichOf({ sides }: SideBySide, elderId: string): string {
  const nth = sides.findIndex((side) => side.elderId === elderId)
  const side = sides[nth]
  return side ? `${whichWord(nth)}（${side.name}，${registeredWord(side)}）` : '另一份登记'
}
