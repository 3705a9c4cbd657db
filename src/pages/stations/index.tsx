import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ActFor } from '#types/people'
import type { Place } from '#types/values'
import { AllowPlace } from '@/components/allow-place'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Failed } from '@/components/failed'
import { More } from '@/components/more'
import { PageFrame } from '@/components/page-frame'
import { Segmented } from '@/components/segmented'
import { StationMap } from '@/components/station-map'
import { StationSearch } from '@/components/station-search'
import { canLocate } from '@/platform/place'
import { type Person, usePerson } from '@/services/person'
import { useHere } from '@/services/use-here'
import { atOnce, useNearby } from '@/services/use-nearby'
import { whereIAm } from '@/services/where'
import { callWord } from '@/services/words'
import { Named } from './named'
import { NotMarked } from './not-marked'
import { StationCard } from './station-card'
import './index.scss'

type From = 'elder' | 'me'

export default function Stations() {
  const { elderId } = useRouter<{ elderId?: string }>().params
  const person = usePerson(elderId)
  return (
    <PageFrame title="附近驿站" load={person}>
      {(known) => (
        <StationSearch found={(text) => <Named text={text} />}>
          <Around person={known} />
        </StationSearch>
      )}
    </PageFrame>
  )
}

/** From an elder's home no permission is needed, and the way is exact where it was marked; from here only when somebody asks for it. */
function Around({ person: { elder } }: { person: Person }) {
  const [from, setFrom] = useState<From>(elder ? 'elder' : 'me')
  const here = useHere(`here ${from}`, from === 'me' ? () => whereIAm('page') : null)
  const place = from === 'elder' ? (elder?.place ?? null) : here.state === 'ready' ? here.data : null
  const { found, more } = useNearby(place)
  const isLost = from === 'me' && here.state === 'ready' && here.data === null

  return (
    <>
      {elder && canLocate && (
        <Segmented<From>
          label="从哪里找"
          options={[
            { value: 'me', word: '离我近' },
            { value: 'elder', word: nearWordOf(elder) },
          ]}
          value={from}
          onPick={setFrom}
        />
      )}
      {from === 'elder' && elder?.isPlaceUnknown && <NotMarked elder={elder} />}
      {isLost ? (
        <Lost onLook={() => void here.reload()} />
      ) : (
        <Found found={found} more={more} place={place} hereWord={hereWordOf(from, elder)} />
      )}
    </>
  )
}

/** @param onLook told once somebody has been asked anew, or has changed WeChat's settings */
function Lost({ onLook }: { onLook(): void }) {
  if (!canLocate)
    return <Empty icon="map-pin" title="请按名字找驿站" hint="在上面写驿站的名字，或者打电话问街道。" />
  return (
    <Empty
      icon="map-pin"
      title="不知道您在哪里"
      hint="请在微信里允许使用位置，就能从您站的地方找起。也可以在上面按名字找。"
    >
      <Button icon="refresh-cw" onTap={() => void whereIAm('tap').then(onLook)}>
        再找一次
      </Button>
      <AllowPlace onAllowed={onLook} />
    </Empty>
  )
}

function nearWordOf(elder: ActFor): string {
  if (elder.isPlaceUnknown) return '离驿站近'
  return elder.relation === 'self' ? '离我家近' : `离${callWord(elder)}近`
}

/** Null where nobody has marked her home: then there is no middle of a map, and no way to tell. */
const hereWordOf = (from: From, elder: Person['elder']) => {
  if (from === 'me' || !elder) return '您在这里'
  if (elder.isPlaceUnknown) return null
  return elder.relation === 'self' ? '您家' : `${callWord(elder)}家`
}

interface FoundProps extends ReturnType<typeof useNearby> {
  place: Place | null
  hereWord: string | null
}

function Found({ found, more, place, hereWord }: FoundProps) {
  if (found.state === 'failed') return <Failed title="没有找到" load={found} />
  if (found.state === 'loading' || !place) return <Empty icon="map-pin" title="正在找最近的驿站" />
  const { items } = found.data
  if (items.length === 0) {
    return (
      <Empty
        icon="map-pin"
        title="附近还没有驿站"
        hint="这里还没有开驿站。可以换个地方再找一找，或者按名字找。"
      />
    )
  }
  return (
    <>
      {hereWord !== null && <StationMap here={place} hereWord={hereWord} stations={items.slice(0, atOnce)} />}
      {items.map((station, index) => (
        <StationCard key={station.id} number={index + 1} station={station} from={hereWord} />
      ))}
      <More found={found} more={more}>
        再看远一些的
      </More>
    </>
  )
}
