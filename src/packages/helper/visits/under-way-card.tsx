import { View } from '@tarojs/components'
import type { QueuedVisit } from '#types/visits'
import { helperWord } from '#types/words/visits/helper-kinds'
import { Card } from '@/components/card'
import { alarmCard } from './reported'
import { RingButton } from './ring-button'
import { WhoWhere } from './who-where'

/** Somebody else goes. */
export function UnderWayCard({ visit }: { visit: QueuedVisit }) {
  const { helper, state, alarm, may } = visit
  const card = alarmCard(alarm)
  return (
    <Card kind={card}>
      <View className={card ? 'visits-card visits-card-tinted' : 'visits-card'}>
        <WhoWhere visit={visit} />
        <View>
          {helper ? `${helperWord[helper.kind]}${helper.name}` : '有人'}
          {state === 'onSite' ? '说到门口了，还没有写结果。' : '接了，还没有说到门口。'}
        </View>
        {may.includes('ring') && <RingButton visit={visit} />}
      </View>
    </Card>
  )
}
