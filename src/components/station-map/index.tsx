import { View } from '@tarojs/components'
import type { NearbyStation } from '#types/stations'
import type { Place } from '#types/values'
import { aria } from '../aria'
import { type Pin, pinsAround } from './pins'
import './index.scss'

export interface StationMapProps {
  /** The place in the middle. */
  here: Place
  /** 您在这里, 妈妈家 */
  hereWord: string
  /** In the order of the list; the first is drawn in the colour of the primary action. */
  stations: readonly NearbyStation[]
}

/**
 * Directions and distances as seen from one place: a circle of a quarter of an hour on foot, numbers where the stations
 * lie. The list beneath says the same in words and is what one taps.
 */
export function StationMap({ here, hereWord, stations }: StationMapProps) {
  const pins = pinsAround(here, stations)
  return (
    <View className="station-map" {...aria({ role: 'img', label: spoken(hereWord, pins) })}>
      <View className="station-map-legend" {...aria({ hidden: true })}>
        <View className="station-map-sign">
          <View className="station-map-dot" />
          <View>{hereWord}</View>
        </View>
        <View className="station-map-sign">
          <View className="station-map-dot station-map-dashes" />
          <View>走路 15 分钟</View>
        </View>
      </View>
      <View className="station-map-square" {...aria({ hidden: true })}>
        <View className="station-map-ring" />
        <View className="station-map-ring station-map-ring-near" />
        <View className="station-map-north">北</View>
        <View className="station-map-dot station-map-here" />
        {pins.map((pin) => (
          <View
            key={pin.number}
            className={pin.number === 1 ? 'station-map-pin station-map-pin-first' : 'station-map-pin'}
            style={{ left: `${pin.x}%`, top: `${pin.y}%` }}
          >
            {pin.number}
          </View>
        ))}
      </View>
    </View>
  )
}

const spoken = (hereWord: string, pins: readonly Pin[]) =>
  `${hereWord}周围的驿站：${pins.map((pin) => `${pin.number} 号在${pin.direction}`).join('，')}`
