import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { BookingDays } from '@/components/booking-days'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { JoinedAway } from '@/components/joined-away'
import { Joining } from '@/components/joining'
import { PageFrame } from '@/components/page-frame'
import { Rescue } from '@/components/rescue'
import { RingStationOf } from '@/components/ring-station'
import { open } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { dateOf } from '@/services/dates'
import { loadMyMeals } from '@/services/load-my-meals'
import { useClashes } from '@/services/use-clashes'
import { useCloud, useLoaded } from '@/services/use-loaded'
import { InsteadList } from './instead-list'
import { Little } from './little'
import { Menu } from './menu'
import { nextButton } from './next-button'
import { Stations } from './stations'
import { useInstead } from './use-instead'
import { useKeptWish } from './use-kept-wish'
import { useStart } from './use-start'
import { Where } from './where'
import { stillWished, type Wish } from './wish'
import './index.scss'

export default function Meal() {
  const params = useRouter<{ stationId?: string; elderId?: string }>().params
  const { kept, keepWish } = useKeptWish(`${params.elderId} ${params.stationId}`)
  const [elderId, setElderId] = useState(params.elderId)
  const [isChoosingStation, setChoosingStation] = useState(false)

  const start = useStart(elderId, params.stationId)
  const elder = start.state === 'ready' ? start.data[0].elder : null
  const wish = start.state === 'ready' ? stillWished(kept, { elder, today: dateOf(cloudNow()) }) : {}
  const station = wish.station ?? (start.state === 'ready' ? start.data[1].station : null)
  const date = wish.date ?? (start.state === 'ready' ? start.data[1].date : '')
  const sittings = useCloud('meals.sittings', station && date ? { stationId: station.id, date } : null)
  const mine = useLoaded(`meals of ${elder?.id}`, elder && (() => loadMyMeals(elder.id)))
  const orders = mine.state === 'ready' ? mine.data : []
  const clashes = useClashes(elder, station?.id, date)
  const instead = useInstead({
    ...{ elder, date, sittings, orders, wish },
    stationId: station?.id,
    stations: start.state === 'ready' ? start.data[1].stations : [],
  })
  const mayOrder = elder?.scopes.includes('order') ?? false
  const chooseStation = () => setChoosingStation(true)
  // Whoever picks something of a meal means it on that day, and for her.
  const change = (more: Wish) =>
    keepWish({ ...wish, ...(elder && { elderId: elder.id }), ...(more.slot && { date }), ...more })

  return (
    <PageFrame
      title="订餐"
      load={start}
      action={() =>
        station &&
        !elder?.isJoined &&
        nextButton({
          ...{ elder, date, sittings, orders, clashes, wish, instead },
          stationId: station.id,
          onChange: change,
        })
      }
    >
      {([{ me }, { stations }]) => {
        if (!station) return <Nowhere />
        return (
          <>
            <Where
              elder={elder}
              elders={me.elders}
              station={stations.find(({ id }) => id === station.id) ?? station}
              onElder={(id) => {
                setElderId(id)
                change({ elderId: id })
              }}
              onChooseStation={chooseStation}
            />
            {elder?.isJoined && <JoinedAway elder={elder} />}
            <BookingDays stationId={station.id} value={date} onPick={(picked) => change({ date: picked })} />
            {elder && <Little elder={elder} date={date} />}
            <Menu
              date={date}
              sittings={sittings}
              orders={orders}
              elder={elder}
              clashes={clashes}
              wish={wish}
              onChange={change}
            />
            {instead && <InsteadList instead={instead} onButton={mayOrder ? 1 : 0} onTake={change} />}
            {!elder && <NotYet stationId={station.id} />}
            {isChoosingStation && (
              <Stations
                elder={elder}
                stations={stations}
                value={station.id}
                onClose={() => setChoosingStation(false)}
                onPick={({ id, name }) => {
                  change({ station: { id, name } })
                  setChoosingStation(false)
                }}
              />
            )}
          </>
        )
      }}
    </PageFrame>
  )
}

/** A guest looks at the menu first; then comes how to book, and whom to ring. */
function NotYet({ stationId }: { stationId: string }) {
  return (
    <>
      <Joining />
      <RingStationOf stationId={stationId} />
      <Rescue />
    </>
  )
}

/** A guest who would rather not say where they are, or a place without stations. */
function Nowhere() {
  return (
    <Empty icon="store" title="附近没有找到供餐的驿站" hint="可以先看看有哪些驿站，再从那里订餐。">
      <Button onTap={() => open('pages/stations')}>看看有哪些驿站</Button>
    </Empty>
  )
}
