import { useRouter } from '@tarojs/taro'
import type { OwnOrder } from '#types/meals/orders'
import type { Me } from '#types/people'
import { liveOrderStates } from '#types/states'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { DoorOf } from '@/components/door-of'
import { Empty } from '@/components/empty'
import { Facts } from '@/components/facts'
import { ListRow } from '@/components/list-row'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { ProgressInWords } from '@/components/progress/in-words'
import { RingStationOf } from '@/components/ring-station'
import { Soft, Title } from '@/components/text'
import { open, openTab } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { dateOf, fullDay, hourOf } from '@/services/dates'
import { doorRows } from '@/services/door-words'
import { eatingWord } from '@/services/eating-words'
import { loadMyMeals } from '@/services/load-my-meals'
import { usePerson, whoseRecord } from '@/services/person'
import { sharesWord } from '@/services/price-words'
import { useClashes } from '@/services/use-clashes'
import { both, useLoaded } from '@/services/use-loaded'
import { callWord, isUnanswered, money, nameInFull } from '@/services/words'
import { Cancel } from './cancel'
import { ChangeMeal } from './change-meal'
import { Clashing } from './clashing'
import { KitchenNews } from './kitchen-news'
import { Misfit } from './misfit'
import { newsOf, nextOf } from './news'
import { stepsOf } from './steps'

/** What became of a meal that was booked. `shown`: the price in fen seen before booking, when it was another one. */
export default function Booked() {
  const { orderId, shown } = useRouter<{ orderId?: string; shown?: string }>().params
  const person = usePerson()
  const orders = useLoaded('my meals', loadMyMeals)
  const replace = (changed: OwnOrder) => {
    if (orders.state !== 'ready') return
    const before = orders.data.find(({ id }) => id === changed.id)
    orders.put(orders.data.map((order) => (order.id === changed.id ? changed : order)))
    if (before?.misfit) void orders.reload() // whether it fits now the cloud alone knows
  }
  return (
    <PageFrame
      title="这一餐"
      load={both(person, orders)}
      action={([, all]) => <WayOn order={all.find(({ id }) => id === orderId)} />}
      second={([, all]) => <OtherWay order={all.find(({ id }) => id === orderId)} />}
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

interface WayProps {
  order: OwnOrder | undefined
}

const isGone = (order: OwnOrder | undefined) => order?.state === 'refused' || order?.state === 'cancelled'

/** To all bookings; after a refusal or a cancellation first to another meal. */
function WayOn({ order }: WayProps) {
  if (isGone(order)) {
    return <Button onTap={() => open('pages/meal', { elderId: order?.elderId })}>再订一餐</Button>
  }
  return <Button onTap={() => openTab('pages/bookings')}>看我的预约</Button>
}

function OtherWay({ order }: WayProps) {
  return isGone(order) ? (
    <Button kind="second" onTap={() => openTab('pages/bookings')}>
      看我的预约
    </Button>
  ) : (
    <Button kind="second" onTap={() => openTab('pages/home')}>
      回首页
    </Button>
  )
}

interface BodyProps {
  me: Me
  order: OwnOrder
  shown: string | undefined
  onChange(order: OwnOrder): void
}

function OrderBody({ me, order, shown, onChange }: BodyProps) {
  const elder = whoseRecord(me.elders, order.elderId)
  const elderWord = elder ? callWord(elder) : order.elderName
  const now = cloudNow()
  const next = nextOf(order, now)
  const isAhead = order.startsAt > now
  const isAwaited = liveOrderStates.includes(order.state) && order.date >= dateOf(now)
  const clashes = useClashes(elder ?? null, isAwaited ? order.stationId : undefined, order.date)
  const isOff = ['cancelled', 'refused', 'missed', 'lapsed'].includes(order.state)
  const shares = isOff ? '' : sharesWord(order.lines, elderWord)
  const pays = isOff ? '不用付钱' : `${elderWord}付 ${money(order.elderPays)}`
  return (
    <>
      <Title>{newsOf(order, now)}</Title>
      {next && <Soft>{next}</Soft>}
      <Misfit order={order} elderWord={elderWord} />
      {isUnanswered(order, now) && !order.misfit && (
        <RingStationOf stationId={order.stationId} elderId={order.elderId} kind="primary" />
      )}
      {shown !== undefined && (
        <Notice>{`价钱变了：现在是${pays}，刚才看到的是 ${money(Number(shown))}。不想要可以取消。`}</Notice>
      )}
      <KitchenNews order={order} />
      <Clashing order={order} clashes={clashes} elderWord={elderWord} />
      <Card>
        <ProgressInWords label="办到哪一步了" steps={stepsOf(order, me, now)} />
      </Card>
      <Card>
        <Facts
          rows={[
            { name: '谁吃', value: elder ? nameInFull(elder) : order.elderName },
            { name: '时间', value: `${fullDay(order.date)} ${hourOf(order.startsAt)}` },
            { name: '地方', value: order.stationName },
            { name: '吃什么', value: `${order.setName}，${eatingWord[order.mode]}` },
            ...doorRows(order.deliverTo),
            { name: '付多少', value: pays },
          ]}
        />
        {shares && <Soft small>{shares}。</Soft>}
        <ListRow
          title="驿站在哪里，怎么联系"
          onTap={() => open('pages/station', { stationId: order.stationId })}
        />
      </Card>
      {order.deliverTo && isAhead && elder?.scopes.includes('order') && (
        <DoorOf to={order.deliverTo} elder={elder} />
      )}
      {elder?.scopes.includes('order') && (
        <>
          <ChangeMeal order={order} clashes={clashes} elderWord={elderWord} onChanged={onChange} />
          <Cancel order={order} elderWord={elderWord} onCancelled={onChange} />
        </>
      )}
    </>
  )
}
