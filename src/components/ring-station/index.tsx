import type { Station } from '#types/stations'
import { ring } from '@/platform/ring'
import { useCloud } from '@/services/use-loaded'
import { Button } from '../button'

interface Props {
  station: Pick<Station, 'phone' | 'contactName'>
  kind?: 'primary' | 'second'
}

/** Rings a station, by the name of whoever answers where that is known; nothing where it has no number. */
export function RingStation({ station: { phone, contactName }, kind = 'second' }: Props) {
  if (!phone) return null
  return (
    <Button kind={kind} icon="phone" onTap={() => ring(phone)}>
      {contactName ? `打电话找${contactName}` : '打电话给驿站'}
    </Button>
  )
}

/** The same for a station of which nothing is loaded yet; nothing while that is so. */
export function RingStationOf({ stationId, kind }: { stationId: string; kind?: Props['kind'] }) {
  const station = useCloud('stations.show', { stationId })
  return station.state === 'ready' ? <RingStation station={station.data} kind={kind} /> : null
}
