import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ListRow } from '@/components/list-row'
import { LoadedPart } from '@/components/loaded-part'
import { More } from '@/components/more'
import { open } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { closureWord, openingWord } from '@/services/opening'
import { useStationsFound } from '@/services/use-stations-found'

/** Stations by what was typed, wherever they are. */
export function Named({ text }: { text: string }) {
  const { found, more } = useStationsFound({ text })
  return (
    <LoadedPart load={found}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon="search" title={`没有找到“${text}”`} hint="换一个词再找，或者把字删掉，看附近的。" />
        ) : (
          <>
            {items.map(({ id, name, address, opening, nextClosure }) => (
              <Card key={id}>
                <ListRow
                  title={name}
                  hint={[
                    address,
                    openingWord(opening, cloudNow()),
                    ...(nextClosure ? [closureWord(nextClosure)] : []),
                  ].join('，')}
                  onTap={() => open('pages/station', { stationId: id })}
                />
              </Card>
            ))}
            <More found={found} more={more}>
              再看几家
            </More>
          </>
        )
      }
    </LoadedPart>
  )
}
