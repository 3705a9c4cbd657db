import { Map as NativeMap, View } from '@tarojs/components'
import type { StationMapProps } from './index'
import './index.scss'

/** WeChat's own map, with the stations' numbers. The list beneath says the same in words. */
export function StationMap({ here, hereWord, stations }: StationMapProps) {
  return (
    <View className="station-map">
      <NativeMap
        className="station-map-native"
        longitude={here.lng}
        latitude={here.lat}
        scale={14}
        onError={() => undefined}
        circles={[
          {
            longitude: here.lng,
            latitude: here.lat,
            radius: 700,
            color: '#1e3a8aff',
            fillColor: '#1e3a8a1a',
          },
        ]}
        markers={[
          { ...markerAt(0, 'here', here), callout: calloutOf(hereWord) },
          ...stations
            .slice(0, numbered)
            .map(({ place }, index) => markerAt(index + 1, String(index + 1), place)),
        ]}
      />
    </View>
  )
}

/** Numbers are drawn into the icons: words beside them would lie over each other, and over other icons. */
const numbered = 10

const side = 36

const markerAt = (id: number, icon: string, place: StationMapProps['here']) => ({
  id,
  longitude: place.lng,
  latitude: place.lat,
  iconPath: `/pins/${icon}.png`, // WeChat's map takes files only; the build puts them there
  anchor: { x: 0.5, y: 0.5 },
  zIndex: numbered - id, // the nearest above the others
  width: side,
  height: side,
})

const calloutOf = (content: string) => ({
  content,
  color: '#1f1b16',
  fontSize: 18,
  anchorX: 0,
  anchorY: 0,
  borderRadius: 10,
  borderWidth: 1,
  borderColor: '#1e3a8a',
  bgColor: '#ffffff',
  padding: 6,
  display: 'ALWAYS' as const,
  textAlign: 'center' as const,
})
