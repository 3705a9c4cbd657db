import { useState } from 'react'
import type { MenuClashes } from '#types/meals/clashes'
import type { MealOrder } from '#types/meals/orders'
import type { Sitting } from '#types/meals/sittings'
import { AllergyQuestion } from '@/components/allergy-question'
import { Button } from '@/components/button'
import { Choice, Choices } from '@/components/choice'
import { ClashMarks } from '@/components/clash-marks'
import { ClashNews } from '@/components/clash-news'
import { Made } from '@/components/made'
import { Sheet } from '@/components/sheet'
import { Tag } from '@/components/tag'
import { Soft } from '@/components/text'
import { dishesWord } from '@/services/dish-words'
import { doorWord, missingAtDoor } from '@/services/door-words'
import { eatingWord } from '@/services/eating-words'
import { shownOf } from '@/services/shown-set'
import { clashesOf } from '@/services/use-clashes'
import { type Loaded, useCloud } from '@/services/use-loaded'
import { money } from '@/services/words'
import { changeOf, clashingOf, hasPlace, isOther, type Picked, pickOf } from './change'
import { NewPrice } from './new-price'
import { useChange } from './use-change'

interface Props {
  /** What can be changed: 换一份，或者换吃法 */
  title: string
  order: MealOrder
  sitting: Sitting
  /** What of that day's sets she is allergic to; null where nobody is told. */
  clashes: Loaded<MenuClashes[]> | null
  elderWord: string
  onClose(): void
  /** What the sitting offers is to be read again. */
  onOutdated(): void
  onChanged(order: MealOrder): void
}

/**
 * Which other set, which other way of eating, and what it would cost: the price first, then the button. Of another set with
 * something she is allergic to it asks once more.
 */
export function ChangeSheet({
  title,
  order,
  sitting,
  clashes,
  elderWord,
  onClose,
  onOutdated,
  onChanged,
}: Props) {
  const [picked, setPicked] = useState<Picked>(() => pickOf(order, sitting))
  const set = sitting.sets.find(({ id }) => id === picked.setId)
  const wish = set && isOther(picked, order) ? { ...picked, setId: set.id } : null
  const { sittingId, elderId } = order
  const found = clashesOf(clashes, sittingId)
  const quote = useCloud('meals.quote', wish && { sittingId, elderId, ...wish })
  const change = useChange(onChanged, () => {
    void quote.reload()
    onOutdated()
  })
  const [isAsking, setAsking] = useState(false)
  /** Her own stays hers, although it is sold out by now. */
  const isGone = (setId: string) => sitting.soldOut.includes(setId) && setId !== order.setId
  const pick = (more: Partial<Picked>) => {
    change.clear()
    setPicked({ ...picked, ...more })
  }
  const back = () => {
    change.clear()
    setAsking(false)
  }
  const known =
    (quote.state === 'ready' && quote.data.clashes) || found.find(({ setId }) => setId === set?.id)
  const clashing = clashingOf(picked, order, known || null)
  const yes = set && wish && quote.state === 'ready' && (
    <Button
      kind={isAsking ? 'second' : 'primary'}
      pending={change.isPending}
      onTap={() =>
        clashing && !isAsking
          ? setAsking(true)
          : void change.send(changeOf(wish, order, { pays: quote.data.elderPays, sees: shownOf(set) }))
      }
    >
      {`改成${wordOf(picked, order, set?.name ?? '')}，付 ${money(quote.data.elderPays)}`}
    </Button>
  )
  if (isAsking && clashing) {
    return (
      <AllergyQuestion
        question="还换吗？"
        no="不换这一份"
        found={clashing}
        {...{ elderWord, yes }}
        trouble={change.trouble}
        onBack={back}
      />
    )
  }
  return (
    <Sheet
      title={title}
      onClose={onClose}
      trouble={change.trouble}
      action={yes}
      second={
        <Button kind="second" onTap={onClose}>
          不改了
        </Button>
      }
    >
      <Soft>{`现在是${order.setName}，${eatingWord[order.mode]}，${elderWord}付 ${money(order.elderPays)}。`}</Soft>
      {sitting.sets.length > 1 && (
        <>
          <Choices label="吃哪一份">
            {sitting.sets.map((one) => (
              <Choice
                key={one.id}
                title={`${one.name}，菜单价 ${money(one.price)}`}
                hint={dishesWord(one)}
                isPicked={one.id === picked.setId}
                onPick={() => pick({ setId: one.id })}
                disabled={isGone(one.id)}
              >
                {isGone(one.id) && <Tag kind="bad">卖完了</Tag>}
                <Made set={one} />
                <ClashMarks found={found.find(({ setId }) => setId === one.id)} elderWord={elderWord} />
              </Choice>
            ))}
          </Choices>
          <ClashNews clashes={clashes} sittingId={sittingId} elderWord={elderWord} />
        </>
      )}
      {sitting.modes.length > 1 && (
        <Choices label="怎么吃">
          {sitting.modes.map((one) => (
            <Choice
              key={one}
              title={eatingWord[one]}
              hint={hasPlace(one, order, sitting) ? undefined : '这样吃的已经满了'}
              isPicked={one === picked.mode}
              disabled={!hasPlace(one, order, sitting)}
              onPick={() => pick({ mode: one })}
            />
          ))}
        </Choices>
      )}
      {quote.state === 'ready' && wish && (
        <>
          {quote.data.deliverTo && (
            <Soft>{`送到 ${doorWord(quote.data.deliverTo)}。${missingAtDoor(quote.data.deliverTo) ?? ''}`}</Soft>
          )}
          {found.length === 0 && <ClashMarks found={quote.data.clashes} elderWord={elderWord} />}
        </>
      )}
      {wish && <NewPrice quote={quote} before={order.elderPays} elderWord={elderWord} />}
    </Sheet>
  )
}

/** Only what changes: 素什锦套餐, 自己取, or both. */
const wordOf = ({ setId, mode }: Picked, order: MealOrder, name: string): string =>
  [setId === order.setId ? '' : name, mode === order.mode ? '' : eatingWord[mode]].filter(Boolean).join('、')
