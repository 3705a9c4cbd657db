import type { HomeContact } from '#types/people'
import type { Station } from '#types/stations'
import { ring } from '@/platform/ring'
import { aroundHere } from '@/services/around-here'
import { cloudNow } from '@/services/clock'
import { useHomeOf } from '@/services/home-of'
import { unsureWord } from '@/services/opening'
import { useCloud, useLoaded } from '@/services/use-loaded'
import { Button } from '../button'
import { Contact } from '../contact'
import { Soft } from '../text'

interface Props {
  station: Pick<Station, 'phone' | 'contactName'>
  kind?: 'primary' | 'second'
  /** Of what one speaks, for readers, where another button of the page is called the same. */
  about?: string
}

/** Rings a station, by the name of whoever answers where that is known; nothing where it has no number. */
export function RingStation({ station: { phone, contactName }, kind = 'second', about }: Props) {
  if (!phone) return null
  const words = contactName ? `打电话找${contactName}` : '打电话给驿站'
  return (
    <Button kind={kind} icon="phone" label={about && `${words}，${about}`} onTap={() => ring(phone)}>
      {words}
    </Button>
  )
}

interface OfProps {
  stationId: string
  /** For whom somebody rings; undefined for a guest. */
  elderId?: string
  kind?: Props['kind']
}

/** The same for a station of which nothing is loaded yet; while it is closed, whoever answers then. */
export function RingStationOf({ stationId, elderId, kind }: OfProps) {
  const station = useCloud('stations.show', { stationId })
  if (station.state !== 'ready') return null
  if (station.data.opening.openNow) return <RingStation station={station.data} kind={kind} />
  return elderId === undefined ? (
    <WhileClosedHere station={station.data} />
  ) : (
    <WhileClosed station={station.data} elderId={elderId} />
  )
}

interface OfClosed {
  station: Station
}

function WhileClosed({ station, elderId }: OfClosed & { elderId: string }) {
  const home = useHomeOf(elderId)
  return <Closed station={station} contact={home?.contact ?? null} />
}

function WhileClosedHere({ station }: OfClosed) {
  const here = useLoaded('around here', aroundHere)
  return <Closed station={station} contact={here.state === 'ready' ? here.data.contact : null} />
}

/** Only whoever answers in place of stations helps now; another closed station does not. */
function Closed({ station, contact }: OfClosed & { contact: HomeContact | null }) {
  if (contact?.otherwise) return <Contact contact={contact} />
  const { unsure } = station.opening
  const opens = unsure ? unsureWord(unsure, cloudNow()) : '驿站现在没开门'
  return (
    <>
      <RingStation station={station} />
      {station.phone && <Soft small>{`${opens}，电话可能没有人接。`}</Soft>}
    </>
  )
}
