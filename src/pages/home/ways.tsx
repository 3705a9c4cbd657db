import type { Home } from '#types/people'
import type { NearbyStation } from '#types/stations'
import { Tile } from '@/components/tile'
import { open } from '@/platform/navigation'
import { callWord, isWayKnown, walk } from '@/services/words'
import { isWaiting } from './is-waiting'

interface Props {
  home: Home
  isGuest: boolean
}

const canBook = ({ home: { elder, isEnded }, isGuest }: Props) => (elder && !isEnded) || isGuest

/** The way to a meal, which comes first: whoever reads in the largest type finds it without scrolling. */
export function MealWay(props: Props) {
  const { elder } = props.home
  if (!canBook(props)) return null
  return (
    <Tile
      kind="meal"
      icon="utensils"
      title="订餐"
      hint={elder ? '到驿站吃，送到家' : '看看吃什么'}
      onTap={() => open('pages/meal', { elderId: elder?.id })}
    />
  )
}

/** The other large ways in. Staff without an elder of their own see only what is for everybody. */
export function Ways(props: Props) {
  const { home } = props
  const { elder, station } = home
  const elderId = elder?.id
  const isTold = station && (elder ? isWayKnown(elder, station) : isNear(station) && !isWaiting(home))
  return (
    <>
      {canBook(props) && (
        <Tile
          kind="visit"
          icon="hand-heart"
          title="请人上门看看"
          hint={visitHint(home)}
          onTap={() => open('pages/visit-request', { elderId })}
        />
      )}
      <Tile
        kind="place"
        icon="map-pin-house"
        title="附近驿站"
        hint={isTold ? `最近的${walk(station)}` : '吃饭、量血压、理发'}
        onTap={() => open('pages/stations', { elderId })}
      />
    </>
  )
}

function visitHint(home: Home): string {
  const { elder } = home
  if (!elder) return isWaiting(home) ? '老人同意了就能请' : '先登记一次'
  return elder.relation === 'self' ? '来敲敲门，说说话' : `敲敲门，看看${callWord(elder)}`
}

/** A guest a thousand kilometres away is told no way: nobody goes there from where they stand. */
const isNear = ({ walkMinutes }: NearbyStation) => walkMinutes <= 60
