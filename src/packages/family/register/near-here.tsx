import { useState } from 'react'
import type { Place } from '#types/values'
import { Button } from '@/components/button'
import { Choice, Choices } from '@/components/choice'
import { Empty } from '@/components/empty'
import { LoadedPart } from '@/components/loaded-part'
import { useCloud } from '@/services/use-loaded'
import { walk } from '@/services/words'
import type { StepProps } from './parts'

const shownFirst = 3

/** As many as one answer holds, since most places nearby are smaller than a station. */
const mostAsked = 20

interface Props extends Pick<StepProps, 'form' | 'write'> {
  place: Place
}

/** The stations nearest to where somebody stands who registers herself. */
export function NearHere({ form, write, place }: Props) {
  const [showsAll, setShowsAll] = useState(false)
  const nearby = useCloud('stations.nearby', { lng: place.lng, lat: place.lat, limit: mostAsked })
  return (
    <LoadedPart load={nearby}>
      {(found) => {
        const staffed = found.filter(({ kind }) => kind !== 'neighbourhoodPoint')
        if (staffed.length === 0) {
          return <Empty icon="map-pin" title="附近还没有驿站" hint="可以按区和街道再找一找。" />
        }
        return (
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
  )
}
