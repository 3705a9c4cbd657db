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
          { ...markerAt(0, here), callout: calloutOf(hereWord) },
          ...stations.slice(0, 10).map((station, index) => ({
            ...markerAt(index + 1, station.place),
            callout: calloutOf(String(index + 1)),
          })),
        ]}
      />
    </View>
  )
}

const markerAt = (id: number, place: StationMapProps['here']) => ({
  id,
  longitude: place.lng,
  latitude: place.lat,
  iconPath: '/pin.png', // WeChat's map takes files only; the build puts it there
  width: 24,
  height: 24,
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
