import { View } from '@tarojs/components'
import type { HeldRole } from '#types/people'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Lead, Soft } from '@/components/text'
import { openAsking } from '@/services/news'
import { useMisfits } from './use-misfits'

/** Whom what a station serves does not fit any more, where one is its manager: nobody else can see to it. */
export function MisfitsAtWork({ roles }: { roles: readonly HeldRole[] }) {
  const managed = roles.filter(({ role }) => role === 'manager')
  return managed.map(({ stationId, orgName }) =>
    stationId === undefined ? null : (
      <MisfitsOf key={stationId} stationId={stationId} name={managed.length > 1 ? orgName : undefined} />
    ),
  )
}

/** Nothing while there are none, or none are known of. */
function MisfitsOf({ stationId, name }: { stationId: string; name: string | undefined }) {
  const misfits = useMisfits(stationId)
  if (misfits.state !== 'ready' || misfits.data.count === 0) return null
  return (
    <Card kind="warn" onTap={() => openAsking('packages/planning/misfits', { stationId })}>
      <View className="home-alarm">
        <Icon name="calendar-days" size={34} />
        <View className="home-alarm-rest">
          <View className="home-visit-words">
            <Lead>{`${misfits.data.count} 份订餐对不上了`}</Lead>
            {name && <View>{name}</View>}
            <Soft>订了，可是坐不下或者不供了。点开看是谁</Soft>
          </View>
          <Icon name="chevron-right" size={30} />
        </View>
      </View>
    </Card>
  )
}
