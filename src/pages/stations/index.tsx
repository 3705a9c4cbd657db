import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Failed } from '@/components/failed'
import { PageFrame } from '@/components/page-frame'
import { Segmented } from '@/components/segmented'
import { StationMap } from '@/components/station-map'
import { whereAmI } from '@/platform/place'
import { type Person, usePerson } from '@/services/person'
import { useCloud, useLoaded } from '@/services/use-loaded'
import { callWord } from '@/services/words'
import { StationCard } from './station-card'
import './index.scss'

type From = 'elder' | 'me'

export default function Stations() {
  const { elderId } = useRouter<{ elderId?: string }>().params
  const person = usePerson(elderId)
  return (
    <PageFrame title="附近驿站" load={person}>
      {(known) => <Around person={known} />}
    </PageFrame>
  )
}

/** From an elder's home no permission is needed and the way is exact; from here only when somebody asks for it. */
function Around({ person: { elder } }: { person: Person }) {
  const [from, setFrom] = useState<From>(elder ? 'elder' : 'me')
  const here = useLoaded(`here ${from}`, from === 'me' ? whereAmI : null)
  const place = from === 'elder' ? (elder?.place ?? null) : here.state === 'ready' ? here.data : null
  const found = useCloud('stations.nearby', place && { lng: place.lng, lat: place.lat, limit: 10 })
  const isLost = from === 'me' && here.state === 'ready' && here.data === null

  return (
    <>
      {elder && (
        <Segmented<From>
          label="从哪里找"
          options={[
            { value: 'me', word: '离我近' },
            { value: 'elder', word: elder.relation === 'self' ? '离我家近' : `离${callWord(elder)}近` },
          ]}
          value={from}
          onPick={setFrom}
        />
      )}
      {isLost ? (
        <Empty icon="map-pin" title="不知道您在哪里" hint="请在微信里允许使用位置，就能从您站的地方找起。">
          <Button icon="refresh-cw" onTap={() => void here.reload()}>
            再找一次
          </Button>
        </Empty>
      ) : (
        <Found found={found} place={place} hereWord={hereWordOf(from, elder)} />
      )}
    </>
  )
}

const hereWordOf = (from: From, elder: Person['elder']) => {
  if (from === 'me' || !elder) return '您在这里'
  return elder.relation === 'self' ? '您家' : `${callWord(elder)}家`
}

interface FoundProps {
  found: ReturnType<typeof useCloud<'stations.nearby'>>
  place: { lng: number; lat: number } | null
  hereWord: string
}

function Found({ found, place, hereWord }: FoundProps) {
  if (found.state === 'failed') return <Failed title="没有找到" load={found} />
  if (found.state === 'loading' || !place) return <Empty icon="map-pin" title="正在找最近的驿站" />
  if (found.data.length === 0) {
    return <Empty icon="map-pin" title="附近还没有驿站" hint="这里还没有开驿站。可以换个地方再找一找。" />
  }
  return (
    <>
      <StationMap here={place} hereWord={hereWord} stations={found.data} />
      {found.data.map((station, index) => (
        <StationCard key={station.id} number={index + 1} station={station} from={hereWord} />
      ))}
    </>
  )
}
