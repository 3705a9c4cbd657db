import { View } from '@tarojs/components'
import type { NearbyStation } from '#types/stations'
import { serviceWord } from '#types/words/stations/services'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Tag, Tags } from '@/components/tag'
import { Lead } from '@/components/text'
import { open } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { closureWord, openingWord } from '@/services/opening'
import { walk } from '@/services/words'

interface Props {
  /** As on the map. */
  number: number
  station: NearbyStation
  /** Where the way begins: 您家; null: at no place that anybody has marked. */
  from: string | null
}

const shownServices = 4

export function StationCard({ number, station, from }: Props) {
  const { opening, services, nextClosure } = station
  const way = wayWord(station, from)
  return (
    <Card onTap={() => open('pages/station', { stationId: station.id, way: way ?? undefined })}>
      <View className="station-card-head">
        <View className="station-card-words">
          <Lead>
            {number} {station.name}
          </Lead>
          <View className="station-card-facts">
            {way && <View className="station-card-walk">{walk(station)}</View>}
            <View className={opening.openNow ? '' : 'station-card-shut'}>
              {openingWord(opening, cloudNow())}
            </View>
            {nextClosure && <View className="station-card-shut">{closureWord(nextClosure)}</View>}
          </View>
        </View>
        <Icon name="chevron-right" size={30} />
      </View>
      {services.length > 0 && (
        <View className="station-card-tags">
          <Tags>
            {services.slice(0, shownServices).map((service) => (
              <Tag key={service}>{serviceWord[service]}</Tag>
            ))}
            {services.length > shownServices && <Tag>{`等 ${services.length} 样`}</Tag>}
          </Tags>
        </View>
      )}
    </Card>
  )
}

/** As the station's own page says it; null where none can be told: nobody's home is the station. */
function wayWord(station: NearbyStation, from: string | null): string | null {
  if (from === null) return null
  if (from === '您在这里') return walk(station)
  return station.walkMinutes === 0 ? null : `从${from}${walk(station)}`
}
