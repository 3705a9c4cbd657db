import { Choice, Choices } from '@/components/choice'
import { Empty } from '@/components/empty'
import { LoadedPart } from '@/components/loaded-part'
import { More } from '@/components/more'
import { staffed } from '@/services/staffed'
import { useStationsFound } from '@/services/use-stations-found'
import type { Form } from './form'

type Picked = Form['station']

interface Props {
  /** What is looked for. */
  wanted: { text: string } | { districtId: string; townId?: string }
  picked: Picked
  onPick(station: NonNullable<Picked>): void
  /** Where there is none. */
  none: { title: string; hint: string }
}

/** Stations to choose from, with their addresses and without a way: nobody said from where. */
export function StationChoices({ wanted, picked, onPick, none }: Props) {
  const { found, more } = useStationsFound({ ...wanted, kinds: [...staffed] })
  return (
    <LoadedPart load={found}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon="map-pin" {...none} />
        ) : (
          <>
            <Choices label="选一家驿站">
              {items.map(({ id, name, address }) => (
                <Choice
                  key={id}
                  title={name}
                  hint={address}
                  isPicked={id === picked?.id}
                  onPick={() => onPick({ id, name })}
                />
              ))}
            </Choices>
            <More found={found} more={more}>
              再看几家
            </More>
          </>
        )
      }
    </LoadedPart>
  )
}
