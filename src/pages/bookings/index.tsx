import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Me } from '#types/people'
import { aria } from '@/components/aria'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { PageFrame } from '@/components/page-frame'
import { Heading, Soft } from '@/components/text'
import { open } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { loadMyMeals } from '@/services/load-my-meals'
import { usePerson } from '@/services/person'
import { both, type Loaded, useLoaded } from '@/services/use-loaded'
import { type Entry, entriesOf } from './entries'
import { loadVisits } from './load-visits'
import { MealCard } from './meal-card'
import { VisitCard } from './visit-card'
import './index.scss'

export default function Bookings() {
  const person = usePerson()
  const mayLook = person.state === 'ready' && person.data.me.elders.length > 0
  const orders = useLoaded('my meals', mayLook ? loadMyMeals : null)
  const visits = useLoaded('my visits', mayLook ? loadVisits : null)
  const isNobody = person.state === 'ready' && !mayLook
  return (
    <PageFrame title="我的预约" load={both(person, isNobody ? nothing : both(orders, visits))} tab="bookings">
      {([{ me }, [allOrders, allVisits]]) => (
        <Lists me={me} {...entriesOf(allOrders, allVisits, cloudNow())} />
      )}
    </PageFrame>
  )
}

/** Whoever has no elder has no bookings, and the cloud need not be asked. */
const nothing: Loaded<[[], []]> = {
  state: 'ready',
  data: [[], []],
  trouble: null,
  reload: async () => undefined,
  put: () => undefined,
}

function Lists({ me, coming, past }: { me: Me; coming: Entry[]; past: Entry[] }) {
  if (coming.length === 0 && past.length === 0) return <Nothing isGuest={me.elders.length === 0} />
  return (
    <>
      <Heading>接下来</Heading>
      {coming.length === 0 ? <Soft>接下来没有安排。</Soft> : <List me={me} entries={coming} label="接下来" />}
      {past.length > 0 && (
        <>
          <Heading>以前的和取消的</Heading>
          <List me={me} entries={past} label="以前的和取消的" />
        </>
      )}
    </>
  )
}

const shownAtOnce = 10

/** Ten at a time, so that the page stays light however much there is. */
function List({ me, entries, label }: { me: Me; entries: readonly Entry[]; label: string }) {
  const [wanted, setWanted] = useState(0)
  const last = Math.floor((entries.length - 1) / shownAtOnce)
  const part = Math.min(wanted, last) // the list may have become shorter
  const shown = entries.slice(part * shownAtOnce, (part + 1) * shownAtOnce)
  return (
    <>
      <View className="bookings-list" {...aria({ role: 'list', label })}>
        {shown.map((entry) => (
          <View key={entry.kind === 'meal' ? entry.order.id : entry.visit.id} {...aria({ role: 'listitem' })}>
            {entry.kind === 'meal' ? (
              <MealCard order={entry.order} me={me} />
            ) : (
              <VisitCard visit={entry.visit} me={me} />
            )}
          </View>
        ))}
      </View>
      {part < last && (
        <Button kind="second" onTap={() => setWanted(part + 1)} label={`${label}，再看更多`}>
          再看更多
        </Button>
      )}
      {part > 0 && (
        <Button kind="second" onTap={() => setWanted(0)} label={`${label}，回到最前面`}>
          回到最前面
        </Button>
      )}
    </>
  )
}

function Nothing({ isGuest }: { isGuest: boolean }) {
  if (isGuest) {
    return (
      <Empty
        icon="calendar-check"
        title="还没有预约"
        hint="带上身份证到附近的驿站登记一次，就能订餐、请人上门，都会记在这里。"
      >
        <Button onTap={() => open('pages/stations')}>看看附近驿站</Button>
      </Empty>
    )
  }
  return (
    <Empty icon="calendar-check" title="还没有预约" hint="订了餐，或者请了人上门，都会记在这里。">
      <Button icon="utensils" onTap={() => open('pages/meal')}>
        去订餐
      </Button>
      <Button kind="second" icon="hand-heart" onTap={() => open('pages/visit-request')}>
        请人上门看看
      </Button>
    </Empty>
  )
}
