import { useRouter } from '@tarojs/taro'
import type { MealOrder } from '#types/meals/orders'
import type { Me } from '#types/people'
import type { MealOrderState } from '#types/states'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { Facts } from '@/components/facts'
import { ListRow } from '@/components/list-row'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { ProgressInWords } from '@/components/progress/in-words'
import { Soft, Title } from '@/components/text'
import { open, openTab } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { fullDay, hourOf } from '@/services/dates'
import { eatingWord } from '@/services/eating-words'
import { loadMyMeals } from '@/services/load-my-meals'
import { usePerson } from '@/services/person'
import { sharesWord } from '@/services/price-words'
import { both, useLoaded } from '@/services/use-loaded'
import { callWord, money, nameInFull } from '@/services/words'
import { Cancel } from './cancel'
import { stepsOf } from './steps'
import { SwitchMode } from './switch-mode'

/** What became of a meal that was booked. `shown`: the price in fen seen before booking, when it was another one. */
export default function Booked() {
  const { orderId, shown } = useRouter<{ orderId?: string; shown?: string }>().params
  const person = usePerson()
  const orders = useLoaded('my meals', loadMyMeals)
  const replace = (changed: MealOrder) => {
    if (orders.state !== 'ready') return
    orders.put(orders.data.map((order) => (order.id === changed.id ? changed : order)))
  }
  return (
    <PageFrame
      title="这一餐"
      load={both(person, orders)}
      action={([, all]) => <WaysOn order={all.find(({ id }) => id === orderId)} />}
    >
      {([{ me }, all]) => {
        const order = all.find(({ id }) => id === orderId)
        if (!order) {
          return (
            <Empty
              icon="utensils"
              title="没有找到这一餐"
              hint="可能是很久以前的，或者您现在不能看了。在“我的预约”里可以看到最近的。"
            />
          )
        }
        return <OrderBody me={me} order={order} shown={shown} onChange={replace} />
      }}
    </PageFrame>
  )
}

/** To all bookings; after a refusal or a cancellation first to another meal. */
function WaysOn({ order }: { order: MealOrder | undefined }) {
  if (order?.state === 'refused' || order?.state === 'cancelled') {
    return (
      <>
        <Button onTap={() => open('pages/meal', { elderId: order.elderId })}>再订一餐</Button>
        <Button kind="second" onTap={() => openTab('pages/bookings')}>
          看我的预约
        </Button>
      </>
    )
  }
  return (
    <>
      <Button onTap={() => openTab('pages/bookings')}>看我的预约</Button>
      <Button kind="second" onTap={() => openTab('pages/home')}>
        回首页
      </Button>
    </>
  )
}

interface BodyProps {
  me: Me
  order: MealOrder
  shown: string | undefined
  onChange(order: MealOrder): void
}

function OrderBody({ me, order, shown, onChange }: BodyProps) {
  const elder = me.elders.find(({ id }) => id === order.elderId)
  const elderWord = elder ? callWord(elder) : order.elderName
  const isOff = ['cancelled', 'refused', 'missed', 'lapsed'].includes(order.state)
  const shares = isOff ? '' : sharesWord(order.lines, elderWord)
  const pays = isOff ? '不用付钱' : `${elderWord}付 ${money(order.elderPays)}`
  return (
    <>
      <Title>{news[order.state]}</Title>
      {order.state === 'placed' && <Soft>驿站看到就会确认。您不用等着，想看的时候打开“我的预约”。</Soft>}
      {order.state === 'refused' && <Soft>可以换一天，或者换一家驿站再订。</Soft>}
      {shown !== undefined && (
        <Notice>{`价钱变了：现在是${pays}，刚才看到的是 ${money(Number(shown))}。不想要可以取消。`}</Notice>
      )}
      <Card>
        <ProgressInWords label="办到哪一步了" steps={stepsOf(order, me, cloudNow())} />
      </Card>
      <Card>
        <Facts
          rows={[
            { name: '谁吃', value: elder ? nameInFull(elder) : order.elderName },
            { name: '时间', value: `${fullDay(order.date)} ${hourOf(order.startsAt)}` },
            { name: '地方', value: order.stationName },
            { name: '吃什么', value: `${order.setName}，${eatingWord[order.mode]}` },
            { name: '付多少', value: pays },
          ]}
        />
        {shares && <Soft small>{shares}。</Soft>}
        <ListRow
          title="驿站在哪里，怎么联系"
          onTap={() => open('pages/station', { stationId: order.stationId })}
        />
      </Card>
      {elder?.scopes.includes('order') && (
        <>
          <SwitchMode order={order} elderWord={elderWord} onSwitched={onChange} />
          <Cancel order={order} elderWord={elderWord} onCancelled={onChange} />
        </>
      )}
    </>
  )
}

const news: Record<MealOrderState, string> = {
  waiting: '正在排队等座位',
  offered: '有座位了',
  lapsed: '这一餐没有等到座位',
  placed: '订好了，等驿站确认',
  confirmed: '订好了，驿站确认了',
  refused: '驿站没有接这一餐',
  cancelled: '这一餐取消了',
  served: '这一餐吃过了',
  missed: '这一餐没有来吃',
}
