import { useState } from 'react'
import type { MenuDay, MenuSet } from '#types/meals/menus'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft, Title } from '@/components/text'
import { useDraft } from '@/services/draft'
import { useAct } from '@/services/use-act'
import { AskPrice, isMuchOther } from './ask-price'
import { PhotoField } from './photo-field'
import { contentOf, draftOfSet, SetFields, setTroubles, type WeekSetDraft } from './set-fields'
import type { StepProps } from './step'
import { useDishPhoto } from './use-dish-photo'
import { draftHours, freeId, nameOfDraft, orderedOfSet } from './week'
import { toldWord } from './words'

interface Change {
  sets?: MenuSet[]
  days?: MenuDay[]
  without?: { dishes: string[]; sets: string[] }
}

/** A set of the week, new or as it is on every day that offers it. Taken out, no day offers it any more. */
export function SetForm(props: StepProps & { id: string | null }) {
  const { at, menu, unseen, ordered, go, onChanged, onOutdated, id } = props
  const save = useAct('meals.saveMenu')
  const before = menu.sets.find((set) => set.id === id)
  const blank: WeekSetDraft = { ...draftOfSet(before), photo: before?.photo ?? null }
  const draft = useDraft(nameOfDraft(at, `set ${id}`), blank, draftHours)
  const photo = useDishPhoto(at.kitchenId, draft.value.photo, (next) => draft.write({ photo: next }))
  const [isTried, setTried] = useState(false)
  const [isAsking, setAsking] = useState(false)

  const write = async (change: Change) => {
    const week = await save.run({ ...at, rev: menu.rev, ...change })
    if (!week) return onOutdated()
    draft.discard()
    onChanged(week, { at: 'sets' })
  }
  const content = contentOf(draft.value, before)
  const send = () => {
    const own = draft.value.photo === null ? {} : { photo: draft.value.photo }
    if (content) void write({ sets: [{ ...content, ...own, id: id ?? freeId('s', menu.sets) }] })
  }
  const keep = () => {
    setTried(true)
    if (content && isMuchOther(menu, before, content)) setAsking(true)
    else send()
  }
  const takeOut = (setId: string) => {
    const days = menu.days
      .filter(({ sets }) => sets.includes(setId))
      .map(({ weekday, sets }) => ({ weekday, sets: sets.filter((one) => one !== setId) }))
    void write({ without: { dishes: [], sets: [setId] }, days })
  }
  return (
    <PageFrame
      title="菜单"
      dense
      action={
        <>
          {save.trouble && <Notice>{save.trouble}</Notice>}
          <Button pending={save.isPending || photo.isSending} onTap={keep}>
            存下这种套餐
          </Button>
        </>
      }
      second={
        <>
          {before && (
            <Button kind="second" pending={save.isPending} onTap={() => takeOut(before.id)}>
              去掉这种套餐
            </Button>
          )}
          <Button kind="second" onTap={() => go({ at: 'sets' })}>
            回去看所有的套餐
          </Button>
        </>
      }
    >
      <Title>{before ? before.name : '加一种套餐'}</Title>
      {before && (
        <Soft>{`改了以后，有这种套餐的每一天都一样改。${orderedWord(orderedOfSet(ordered, id))}`}</Soft>
      )}
      <SetFields
        menu={menu}
        value={draft.value}
        troubles={isTried ? setTroubles(draft.value) : {}}
        onChange={draft.write}
      />
      <PhotoField
        name={draft.value.name}
        photo={photo}
        stored={before?.photo ?? null}
        unseen={unseen.sets[before?.id ?? '']}
      />
      <Soft>套餐没有自己的照片，就用主菜的照片。</Soft>
      {isAsking && before && content && (
        <AskPrice
          before={before}
          after={content}
          trouble={save.trouble}
          isPending={save.isPending}
          onYes={send}
          onClose={() => setAsking(false)}
        />
      )}
    </PageFrame>
  )
}

/** A price may change for whoever orders next; its dishes may not, but on one day, where everybody is told. */
const orderedWord = (count: number): string =>
  count > 0 ? `已经订了 ${count} 份，付的还是原来的价钱。要换菜，请从那一天改，会告诉订的人。` : toldWord(0)
