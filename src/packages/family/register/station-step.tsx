import { useState } from 'react'
import type { ActFor } from '#types/people'
import type { Place } from '#types/values'
import { Button } from '@/components/button'
import { Choice, Choices } from '@/components/choice'
import { Empty } from '@/components/empty'
import { LoadedPart } from '@/components/loaded-part'
import { Soft, Title } from '@/components/text'
import { whereAmI, whereAmIIfAllowed } from '@/platform/place'
import { useCloud, useLoaded } from '@/services/use-loaded'
import { walk } from '@/services/words'
import type { StepProps } from './parts'

const shownFirst = 3

/** As many as one answer holds, since most places nearby are smaller than a station. */
const mostAsked = 20

interface Props extends StepProps {
  /** Whom the caller acts for already: their homes are places to look near. */
  elders: readonly ActFor[]
}

/** Which station looks after her: one of the nearest. */
export function StationStep({ form, whom, write, elders }: Props) {
  const [asked, setAsked] = useState<Place | null>(null)
  const [isTold, setTold] = useState(false)
  const [showsAll, setShowsAll] = useState(false)
  const here = useLoaded('here if allowed', whereAmIIfAllowed)
  const place = asked ?? (here.state === 'ready' ? (here.data ?? elders[0]?.place ?? null) : null)
  const nearby = useCloud('stations.nearby', place && { lng: place.lng, lat: place.lat, limit: mostAsked })

  const look = async () => {
    setAsked(await whereAmI())
    setTold(true)
  }
  const isLost = here.state !== 'loading' && !place
  return (
    <>
      <Title>{whom === 'me' ? '您归哪家驿站' : '老人归哪家驿站'}</Title>
      <Soft>选离{whom === 'me' ? '您家' : '老人家'}近的，有事就找这一家。</Soft>
      {isLost ? (
        <Empty
          icon="map-pin"
          title={isTold ? '不知道您在哪里' : '看看附近有哪几家'}
          hint={
            isTold
              ? '请在微信里允许使用位置，再点一次。不想开，也可以带身份证到驿站登记。'
              : '要用一下您现在的位置，只用来找驿站。'
          }
        >
          <Button kind="second" icon="map-pin" onTap={() => void look()}>
            找附近的驿站
          </Button>
        </Empty>
      ) : (
        <LoadedPart load={nearby}>
          {(found) => {
            const staffed = found.filter(({ kind }) => kind !== 'neighbourhoodPoint')
            return staffed.length === 0 ? (
              <Empty icon="map-pin" title="附近还没有驿站" hint="这里还没有开驿站，暂时不能登记。" />
            ) : (
              <>
                <Choices label="选一家驿站">
                  {staffed
                    .filter(({ id }, nth) => showsAll || nth < shownFirst || id === form.station?.id)
                    .map(({ id, name, address, ...way }) => (
                      <Choice
                        key={id}
                        title={name}
                        hint={`${address}，${walk(way)}`}
                        isPicked={id === form.station?.id}
                        onPick={() => write({ station: { id, name } })}
                      />
                    ))}
                </Choices>
                {!showsAll && staffed.length > shownFirst && (
                  <Button kind="quiet" onTap={() => setShowsAll(true)}>
                    再看几家
                  </Button>
                )}
              </>
            )
          }}
        </LoadedPart>
      )}
    </>
  )
}
