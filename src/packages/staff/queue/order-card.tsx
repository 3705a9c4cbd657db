import { View } from '@tarojs/components'
import type { MealOrder } from '#types/meals'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { Tag } from '@/components/tag'
import { Lead, Soft, Strong } from '@/components/text'
import { hourOf } from '@/services/dates'
import { useAct } from '@/services/use-act'
import { actorWord, modeShort, money, orderStateWord, slotWord } from '@/services/words'

interface Props {
  order: MealOrder
  onSettled(order: MealOrder): void
  onOutdated(): void
  onRefuse(): void
}

export function OrderCard({ order, onSettled, onOutdated, onRefuse }: Props) {
  const confirm = useAct('meals.confirm')
  const state = orderStateWord[order.state]
  const meal = `${order.elderName}的${slotWord[order.slot]}`

  const say = async () => {
    const confirmed = await confirm.run({ orderId: order.id })
    if (confirmed) onSettled(confirmed)
    else onOutdated()
  }
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
          {slotWord[order.slot]} {hourOf(order.startsAt)} · {order.setName} · {modeShort[order.mode]}
        </View>
        <View className="queue-card-pay">
          <View>
            应付 <Strong>{money(order.elderPays)}</Strong>
          </View>
          {order.state !== 'placed' && <Soft small>{whoBooked(order)}</Soft>}
        </View>
        {order.reason && <Soft small>原因：{order.reason}</Soft>}
        {confirm.trouble && <Notice>{confirm.trouble}</Notice>}
        {order.state === 'placed' && (
          <View className="queue-card-acts">
            <View className="queue-card-act">
              <Button kind="second" onTap={onRefuse} label={`不能接${meal}`}>
                不能接
              </Button>
            </View>
            <View className="queue-card-act">
              <Button pending={confirm.isPending} onTap={() => void say()} label={`确认${meal}`}>
                确认
              </Button>
            </View>
          </View>
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
