import { View } from '@tarojs/components'
import type { QueuedVisit } from '#types/visits'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { alarmCard } from './reported'
import { RingButton } from './ring-button'
import { SettleButton } from './settle'
import { WhoWhere } from './who-where'

interface Props {
  visit: QueuedVisit
  isPending: boolean
  onGo(): void
}

/** A door where nobody goes. */
export function OpenCard({ visit, isPending, onGo }: Props) {
  const { may } = visit
  const card = alarmCard(visit.alarm)
  return (
    <Card kind={card}>
      <View className={card ? 'visits-card visits-card-tinted' : 'visits-card'}>
        <WhoWhere visit={visit} />
        {card && may.includes('ring') && <RingButton visit={visit} />}
        {may.includes('go') && (
          <Button
            kind={card ? 'pine' : 'second'}
            pending={isPending}
            onTap={onGo}
            label={`我去，${visit.elderName}`}
          >
            我去
          </Button>
        )}
        {may.includes('settle') && visit.state === 'escalated' && <SettleButton visit={visit} />}
      </View>
    </Card>
  )
}
