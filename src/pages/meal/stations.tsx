import { View } from '@tarojs/components'
import type { ActFor } from '#types/people'
import type { NearbyStation } from '#types/stations'
import { Choice, Choices } from '@/components/choice'
import { Sheet } from '@/components/sheet'
import { Soft } from '@/components/text'
import { wayWord } from './where'

interface Props {
  elder: ActFor | null
  stations: readonly NearbyStation[]
  value: string
  onPick(station: NearbyStation): void
  onClose(): void
}

/** Other stations that serve meals. Day, meal and way of eating stay as they were picked. */
export function Stations({ elder, stations, value, onPick, onClose }: Props) {
  return (
    <Sheet title="在哪一家吃" onClose={onClose}>
      {stations.length === 0 && <Soft>附近没有别的驿站供餐。</Soft>}
      <Choices label="在哪一家吃">
        {stations.map((station) => {
          const way = wayWord(elder, station)
          return (
            <Choice
              key={station.id}
              title={station.name}
              hint={
                <>
                  {way && <View>{way}</View>}
                  <View>{station.address}</View>
                </>
              }
              isPicked={station.id === value}
              onPick={() => onPick(station)}
            />
          )
        })}
      </Choices>
    </Sheet>
  )
}
