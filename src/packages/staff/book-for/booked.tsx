import type { MealOrder } from '#types/meals/orders'
import { modeWord } from '#types/words/meals/modes'
import { slotWord } from '#types/words/meals/slots'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Facts } from '@/components/facts'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Title } from '@/components/text'
import { goBack } from '@/platform/navigation'
import { fullDay, hourOf } from '@/services/dates'
import { doorRows } from '@/services/door-words'
import { money } from '@/services/words'
import { MissingAtDoor } from './missing-at-door'

interface Props {
  order: MealOrder
  onNext(): void
}

/** What to read out to the elder at the counter. */
export function Booked({ order, onNext }: Props) {
  return (
    <PageFrame
      title="帮人订餐"
      dense
      action={
        <Button icon="user-plus" onTap={onNext}>
          再订一位
        </Button>
      }
      second={
        <Button kind="second" onTap={goBack}>
          回到订单
        </Button>
      }
    >
      <Title>
        {order.elderName}的{slotWord[order.slot]}订好了
      </Title>
      <Notice kind="ok">已经确认，不用再等。</Notice>
      <Card>
        <Facts
          rows={[
            { name: '时间', value: `${fullDay(order.date)} ${hourOf(order.startsAt)}` },
            { name: '地方', value: order.stationName },
            { name: '吃什么', value: `${order.setName}，${modeWord[order.mode]}` },
            ...doorRows(order.deliverTo),
            { name: '老人付', value: money(order.elderPays) },
          ]}
        />
      </Card>
      {order.deliverTo && <MissingAtDoor to={order.deliverTo} />}
    </PageFrame>
  )
}
