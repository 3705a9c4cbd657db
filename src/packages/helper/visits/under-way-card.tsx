import { View } from '@tarojs/components'
import type { QueuedVisit } from '#types/visits'
import { helperWord } from '#types/words/visits/helper-kinds'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { cloudNow } from '@/services/clock'
import { alarmCard } from './reported'
import { RingButton } from './ring-button'
import { WhoWhere } from './who-where'

interface Props {
  visit: QueuedVisit
  /** It is to be somebody else's. */
  onRelease(): void
}

/** Somebody else goes. Where nothing is heard of them, whoever answers for the place can ask another one. */
export function UnderWayCard({ visit, onRelease }: Props) {
  const { helper, state, alarm, may, dueAt } = visit
  const card = alarmCard(alarm)
  const isSilent = may.includes('settle') && dueAt <= cloudNow()
  return (
    <Card kind={card}>
      <View className={card ? 'visits-card visits-card-tinted' : 'visits-card'}>
        <WhoWhere visit={visit} />
        <View>
          {helper ? `${helperWord[helper.kind]}${helper.name}` : '有人'}
          {state === 'onSite' ? '说到门口了，还没有写结果。' : '接了，还没有说到门口。'}
        </View>
        {may.includes('ring') && <RingButton visit={visit} />}
        {isSilent && (
          <Button kind="second" onTap={onRelease} label={`换别人去，${visit.elderName}`}>
            换别人去
          </Button>
        )}
      </View>
    </Card>
  )
}
