import type { Station } from '#types/stations'
import { ring } from '@/platform/ring'
import { useCloud } from '@/services/use-loaded'
import { Button } from '../button'
import { Soft } from '../text'

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

/** The same for a station of which nothing is loaded yet, and whether anybody is there now; nothing while that is not known. */
export function RingStationOf({ stationId, kind }: { stationId: string; kind?: Props['kind'] }) {
  const station = useCloud('stations.show', { stationId })
  if (station.state !== 'ready') return null
  const { phone, opening } = station.data
  return (
    <>
      <RingStation station={station.data} kind={kind} />
      {phone && !opening.openNow && <Soft small>驿站现在没开门，电话可能没有人接。</Soft>}
    </>
  )
}
