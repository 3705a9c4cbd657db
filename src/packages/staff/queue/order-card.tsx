import { View } from '@tarojs/components'
import type { MealOrder, QueuedOrder } from '#types/meals/orders'
import { can, mealOrderMoves } from '#types/states'
import type { LocalDate } from '#types/values'
import { modeWord } from '#types/words/meals/modes'
import { slotWord } from '#types/words/meals/slots'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { Tag } from '@/components/tag'
import { Lead, Soft, Strong } from '@/components/text'
import { keepWhole } from '@/components/text/whole'
import { cloudNow } from '@/services/clock'
import { hourOf } from '@/services/dates'
import { doorWord } from '@/services/door-words'
import { mindWord } from '@/services/mind-words'
import { useAct } from '@/services/use-act'
import { actorWord, money, orderTag } from '@/services/words'
import type { AskingAct } from './asking-sheet'
import { ClashLines } from './clash-lines'
import { type Group, groupOf, groupWord } from './group-of'
import { ServeButton } from './serve-button'
import { TakeBack } from './take-back'

interface Props {
  order: QueuedOrder
  today: LocalDate
  /** The list in which the card stands: what comes next for the order is done in the next one. */
  group: Group
  onSettled(order: MealOrder): void
  onOutdated(): void
  /** What needs a reason first. */
  onAsk(act: AskingAct): void
}

/**
 * One order with what is to be done about it. Where a button was that has done its work stand words: nothing else ever comes
 * under the same finger.
 */
export function OrderCard({ order, today, group, onSettled, onOutdated, onAsk }: Props) {
  const confirm = useAct('meals.confirm')
  const state = orderTag(order.state)
  const meal = `${order.elderName}的${slotWord[order.slot]}`
  const isHere = groupOf(order.state) === group

  const settle = (answer: MealOrder | null) => (answer ? onSettled(answer) : onOutdated())
  return (
    <Card>
      <View className="queue-card">
        <View className="queue-card-head">
          <Lead>
            {order.elderName} · {order.elderAge} 岁
          </Lead>
          {order.state === 'placed' ? (
            <Tag>{whoBooked(order)}</Tag>
          ) : (
            <Tag kind={state.kind}>{state.word}</Tag>
          )}
        </View>
        <View>
          {slotWord[order.slot]} {hourOf(order.startsAt)} · {order.setName} · {modeWord[order.mode]}
        </View>
        {order.mind && (
          <View>
            要注意：<Strong>{mindWord(order.mind)}</Strong>
          </View>
        )}
        <ClashLines order={order} />
        {order.deliverTo && (
          <View>
            {keepWhole(`送到 ${doorWord(order.deliverTo)}，电话 ${order.deliverTo.phone ?? '没有登记'}`)}
          </View>
        )}
        <View className="queue-card-pay">
          <View>
            应付 <Strong>{money(order.elderPays)}</Strong>
          </View>
          {order.state !== 'placed' && <Soft small>{whoBooked(order)}</Soft>}
        </View>
        {order.reason && <Soft small>原因：{order.reason}</Soft>}
        {confirm.trouble && <Notice>{confirm.trouble}</Notice>}
        {!isHere && (
          <View className="queue-card-moved">
            <Soft>{`已经在“${groupWord(groupOf(order.state))}”里了`}</Soft>
          </View>
        )}
        {isHere && order.state === 'placed' && (
          <View className="queue-card-acts">
            <View className="queue-card-act">
              <Button kind="second" onTap={() => onAsk('refuse')} label={`不能接${meal}`}>
                不能接
              </Button>
            </View>
            <View className="queue-card-act">
              <Button
                pending={confirm.isPending}
                onTap={() => void confirm.run({ orderId: order.id }).then(settle)}
                label={`确认${meal}`}
              >
                确认
              </Button>
            </View>
          </View>
        )}
        {isHere && can(order.state, 'serve', mealOrderMoves) && (
          <ServeButton
            order={order}
            today={today}
            meal={meal}
            onAnswer={settle}
            onAsk={() => onAsk('serve')}
          />
        )}
        {isHere && order.state === 'confirmed' && Date.parse(cloudNow()) < Date.parse(order.cancelUntil) && (
          <Button kind="quiet" onTap={() => onAsk('cancel')} label={`取消${meal}`}>
            取消
          </Button>
        )}
        {order.state === 'served' && (
          <TakeBack order={order} meal={meal} onAnswer={settle} onAsk={() => onAsk('unserve')} />
        )}
      </View>
    </Card>
  )
}

/** 女儿李敏代订, 自己订的, 张静帮订（电话）. */
function whoBooked({ placedBy }: MealOrder): string {
  if (placedBy.role === 'elder') return '自己订的'
  if (placedBy.relation !== null) return `${actorWord(placedBy)}代订`
  return `${placedBy.name}帮订（${placedBy.channel === 'phone' ? '电话' : '当面'}）`
}
