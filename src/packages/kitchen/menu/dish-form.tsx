import { useState } from 'react'
import type { MenuDish } from '#types/meals/menus'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft, Title } from '@/components/text'
import { useDraft } from '@/services/draft'
import { useAct } from '@/services/use-act'
import { type DishDraft, DishFields, dishOf, dishTroubles, draftOfDish } from './dish-fields'
import { PhotoField } from './photo-field'
import type { StepProps } from './step'
import { useDishPhoto } from './use-dish-photo'
import { draftHours, freeId, nameOfDraft, orderedOfDish } from './week'
import { allergensWord, toldWord } from './words'

/** A dish of the week, new or as it is. One that no set needs can be taken out. */
export function DishForm(props: StepProps & { id: string | null }) {
  const { at, menu, unseen, ordered, go, onChanged, onOutdated, id } = props
  const save = useAct('meals.saveMenu')
  const before = menu.dishes.find((dish) => dish.id === id)
  const draft = useDraft(nameOfDraft(at, `dish ${id}`), draftOfDish(before), draftHours)
  const [isTried, setTried] = useState(false)
  const photo = useDishPhoto(at.kitchenId, draft.value.photo, (next) => draft.write({ photo: next }))
  const troubles = dishTroubles(draft.value)
  const twin = menu.dishes.find((dish) => dish.id !== id && isOtherOfName(dish, draft.value))
  const isNeeded = menu.sets.some(({ main, sides }) => main === id || sides.includes(id ?? ''))

  const write = async (
    change: { dishes: ReturnType<typeof dishOf>[] } | { without: { dishes: string[]; sets: string[] } },
  ) => {
    const week = await save.run({ ...at, rev: menu.rev, ...change })
    if (!week) return onOutdated()
    draft.discard()
    onChanged(week, { at: 'dishes' })
  }
  const keep = () => {
    setTried(true)
    if (Object.keys(troubles).length > 0) return
    void write({ dishes: [dishOf(draft.value, id ?? freeId('d', menu.dishes), before)] })
  }
  return (
    <PageFrame
      title="菜单"
      dense
      action={
        <>
          {save.trouble && <Notice>{save.trouble}</Notice>}
          <Button pending={save.isPending || photo.isSending} onTap={keep}>
            存下这道菜
          </Button>
        </>
      }
      second={
        <>
          {before && !isNeeded && (
            <Button
              kind="second"
              pending={save.isPending}
              onTap={() => void write({ without: { dishes: [before.id], sets: [] } })}
            >
              去掉这道菜
            </Button>
          )}
          <Button kind="second" onTap={() => go({ at: 'dishes' })}>
            回去看所有的菜
          </Button>
        </>
      }
    >
      <Title>{before ? before.name : '加一道菜'}</Title>
      {before && menu.state === 'published' && (
        <Soft>{`里面有什么，随时可以改正。${toldWord(orderedOfDish(ordered, menu, id))}`}</Soft>
      )}
      <DishFields value={draft.value} troubles={isTried ? troubles : {}} onChange={draft.write} />
      {twin && (
        <Notice kind="info">{`这一周还有一道${twin.name}，${allergensWord(twin)}。不是一样的菜，请换个名字。`}</Notice>
      )}
      <PhotoField
        name={draft.value.name}
        photo={photo}
        stored={before?.photo ?? null}
        unseen={unseen.dishes[before?.id ?? '']}
      />
    </PageFrame>
  )
}

/** Whether a dish is called as what is being written, and something else is said to be in it. */
function isOtherOfName({ name, allergens }: MenuDish, draft: DishDraft): boolean {
  const written = dishOf(draft, '', undefined)
  const wordOf = (said: MenuDish['allergens']) => said && [...said].sort().join()
  return (
    name === written.name &&
    allergens !== null &&
    written.allergens !== null &&
    wordOf(allergens) !== wordOf(written.allergens)
  )
}
