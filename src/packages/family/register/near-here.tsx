import { useState } from 'react'
import type { Place } from '#types/values'
import { Button } from '@/components/button'
import { Choice, Choices } from '@/components/choice'
import { Empty } from '@/components/empty'
import { LoadedPart } from '@/components/loaded-part'
import { More } from '@/components/more'
import { Notice } from '@/components/notice'
import { staffed } from '@/services/staffed'
import { useNearby } from '@/services/use-nearby'
import { walk } from '@/services/words'
import type { StepProps } from './parts'

const shownFirst = 3

interface Props extends Pick<StepProps, 'form' | 'write'> {
  place: Place
}

/** The stations nearest to where somebody stands who registers herself. */
export function NearHere({ form, write, place }: Props) {
  const [showsAll, setShowsAll] = useState(false)
  const { found, more } = useNearby(place, staffed)
  return (
    <LoadedPart load={found}>
      {({ items }) => {
        if (items.length === 0) {
          return <Empty icon="map-pin" title="附近还没有驿站" hint="可以按区和街道再找一找。" />
        }
        const shown = items.filter(({ id }, nth) => showsAll || nth < shownFirst || id === form.station?.id)
        const isFolded = shown.length < items.length
        return (
          <>
            {form.station && !shown.some(({ id }) => id === form.station?.id) && (
              <Notice kind="ok">{`选好了：${form.station.name}`}</Notice>
            )}
            <Choices label="选一家驿站">
              {shown.map(({ id, name, address, ...way }) => (
                <Choice
                  key={id}
                  title={name}
                  hint={`${address}，${walk(way)}`}
                  isPicked={id === form.station?.id}
                  onPick={() => write({ station: { id, name } })}
                />
              ))}
            </Choices>
            {isFolded ? (
              <Button kind="quiet" onTap={() => setShowsAll(true)}>
                再看几家
              </Button>
            ) : (
              <More found={found} more={more}>
                再看远一些的
              </More>
            )}
          </>
        )
      }}
    </LoadedPart>
  )
}
