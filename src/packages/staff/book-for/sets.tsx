import type { MenuClashes } from '#types/meals/clashes'
import type { Sitting } from '#types/meals/sittings'
import type { FoundElder } from '#types/people/found'
import { Choice, Choices } from '@/components/choice'
import { ClashMarks } from '@/components/clash-marks'
import { ClashNews } from '@/components/clash-news'
import { Made } from '@/components/made'
import { Tag } from '@/components/tag'
import { Soft } from '@/components/text'
import { dishesWord } from '@/services/dish-words'
import { clashesOf } from '@/services/use-clashes'
import type { Loaded } from '@/services/use-loaded'
import { money } from '@/services/words'

interface Props {
  sitting: Sitting
  elder: FoundElder
  /** Null where she belongs to another station, and nobody here is told. */
  clashes: Loaded<MenuClashes[]> | null
  setId: string | null
  onPick(setId: string): void
}

/** The sets of a meal, marked with what she must not have before one is picked. */
export function Sets({ sitting, elder, clashes, setId, onPick }: Props) {
  const found = clashesOf(clashes, sitting.id)
  return (
    <>
      <Choices label="选一份套餐">
        {sitting.sets.map((set) => (
          <Choice
            key={set.id}
            title={`${set.name} ${money(set.price)}`}
            hint={dishesWord(set)}
            isPicked={set.id === setId && !sitting.soldOut.includes(set.id)}
            onPick={() => onPick(set.id)}
            disabled={sitting.soldOut.includes(set.id)}
          >
            {sitting.soldOut.includes(set.id) && <Tag kind="bad">卖完了</Tag>}
            {set.tags.map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
            <Made set={set} />
            <ClashMarks found={found.find((one) => one.setId === set.id)} elderWord={elder.name} />
          </Choice>
        ))}
      </Choices>
      {clashes ? (
        <ClashNews clashes={clashes} sittingId={sitting.id} elderWord={elder.name} />
      ) : (
        <Soft small>{`${elder.name}是别的驿站登记的，忌口和过敏这里看不到，请问一问本人。`}</Soft>
      )}
    </>
  )
}
