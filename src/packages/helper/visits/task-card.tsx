import { View } from '@tarojs/components'
import { useState } from 'react'
import type { QueuedVisit } from '#types/visits'
import { Address } from '@/components/address'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { open } from '@/platform/navigation'
import { useAct } from '@/services/use-act'
import { RingButton } from './ring-button'
import { AtTheDoor, WhoWhere } from './who-where'

interface Props {
  visit: QueuedVisit
  onChange(): Promise<void>
  onRelease(): void
}

/** A door that the helper promised to knock at; once they are there, what is left to do is to write what they saw. */
export function TaskCard({ visit, onChange, onRelease }: Props) {
  const arrive = useAct('visits.arrive')
  const [hasArrived, setArrived] = useState(false)
  const isThere = visit.state === 'onSite' || hasArrived // the list may not load again at a door
  const here = async () => {
    if (await arrive.run({ visitId: visit.id })) setArrived(true)
    await onChange()
  }
  const write = () => open('packages/helper/report', { visitId: visit.id })
  return (
    <Card kind="visit">
      <View className="visits-card">
        {isThere ? <AtTheDoor visit={visit} /> : <WhoWhere visit={visit} />}
        <RingButton visit={visit} />
        <Address address={visit.address} place={visit.place} isStations={visit.isPlaceUnknown} />
        {arrive.trouble && <Notice>{arrive.trouble}</Notice>}
        {isThere ? (
          <Button kind="pine" onTap={write}>
            写结果
          </Button>
        ) : (
          <>
            <Button kind="pine" pending={arrive.isPending} onTap={() => void here()}>
              我到了
            </Button>
            <View className="visits-acts">
              <View className="visits-act">
                <Button kind="second" onTap={write}>
                  写结果
                </Button>
              </View>
              <View className="visits-act">
                <Button kind="second" onTap={onRelease}>
                  去不了
                </Button>
              </View>
            </View>
          </>
        )}
      </View>
    </Card>
  )
}
