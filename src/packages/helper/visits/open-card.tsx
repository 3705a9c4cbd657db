import { View } from '@tarojs/components'
import type { QueuedVisit } from '#types/visits'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { WhoWhere } from './who-where'

interface Props {
  visit: QueuedVisit
  isPending: boolean
  onGo(): void
}

export function OpenCard({ visit, isPending, onGo }: Props) {
  const isUrgent = visit.urgency === 'urgent'
  return (
    <Card>
      <View className="visits-card">
        <WhoWhere visit={visit} />
        <Button
          kind={isUrgent ? 'pine' : 'second'}
          pending={isPending}
          onTap={onGo}
          label={`我去，${visit.elderName}`}
        >
          我去
        </Button>
      </View>
    </Card>
  )
}
