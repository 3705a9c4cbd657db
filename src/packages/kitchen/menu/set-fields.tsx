import { useState } from 'react'
import { longest, most, mostSetPrice } from '#types/limits'
import type { Menu, SetContent } from '#types/meals/menus'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { ListRow } from '@/components/list-row'
import { LongList } from '@/components/long-list'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { Heading } from '@/components/text'
import { yuan } from '@/services/words'
import { allergensWord } from './words'

/** A set as it is being written; `price` in yuan, `tags` with commas between them. */
interface SetDraft {
  name: string
  price: string
  tags: string
  main: string | null
  sides: string[]
}

/** A set of the week, which may have a photo of its own, by its id; null: none. */
export type WeekSetDraft = SetDraft & { photo: string | null }

export const draftOfSet = (set: SetContent | undefined): SetDraft => ({
  name: set?.name ?? '',
  price: set ? yuan(set.price) : '',
  tags: set?.tags.join('，') ?? '',
  main: set?.main ?? null,
  sides: set?.sides ?? [],
})

const tagsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[，,、\s]+/)
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
]

const isPrice = (text: string) => /^\d{1,4}(\.\d{1,2})?$/.test(text.trim())

const fenOf = (price: string): number => Math.round(Number(price) * 100)

/** What of a set does not do yet, by the field; empty: it can be kept. */
export function setTroubles({ name, price, tags, main }: SetDraft): {
  name?: string
  price?: string
  tags?: string
  main?: string
} {
  const given = tagsOf(tags)
  const isTooMuch = given.length > most.tags || given.some((tag) => tag.length > longest.tag)
  return {
    ...(!name.trim() && { name: '先写套餐的名字。' }),
    ...(!isPrice(price) && { price: '写多少元，比如 18 或者 12.50。' }),
    ...(isPrice(price) && fenOf(price) > mostSetPrice && { price: `一份最多 ${yuan(mostSetPrice)} 元。` }),
    ...(isTooMuch && { tags: `最多 ${most.tags} 个词，每个最多 ${longest.tag} 个字。` }),
    ...(main === null && { main: '先选一道主菜。' }),
  }
}

/** The drawing of a set that has none of its own: a bowl stands in its place. */
const NO_PICTURE = 'none'

/** The set as it is kept; null while something of it is missing. */
export function contentOf(draft: SetDraft, before: SetContent | undefined): SetContent | null {
  if (draft.main === null || Object.keys(setTroubles(draft)).length > 0) return null
  return {
    name: draft.name.trim(),
    price: fenOf(draft.price),
    tags: tagsOf(draft.tags),
    picture: before?.picture ?? NO_PICTURE,
    main: draft.main,
    sides: draft.sides.filter((id) => id !== draft.main),
  }
}

interface Props {
  menu: Menu
  value: SetDraft
  troubles: ReturnType<typeof setTroubles>
  onChange(change: Partial<SetDraft>): void
}

/** Its name and price, its main dish and its sides, and what a diner should know. */
export function SetFields({ menu, value, troubles, onChange }: Props) {
  const [picking, setPicking] = useState<'main' | 'side' | null>(null)
  const dish = (id: string | null) => menu.dishes.find((one) => one.id === id)
  const main = dish(value.main)
  const free = menu.dishes.filter(({ id }) => id !== value.main && !value.sides.includes(id))
  const pick = (id: string) => {
    onChange(picking === 'main' ? { main: id } : { sides: [...value.sides, id] })
    setPicking(null)
  }
  return (
    <>
      <Field
        label="套餐的名字"
        value={value.name}
        onChange={(name) => onChange({ name })}
        maxLength={longest.menuName}
        trouble={troubles.name}
      />
      <Field
        label="菜单价，多少元"
        value={value.price}
        onChange={(price) => onChange({ price })}
        maxLength={7}
        trouble={troubles.price}
      />
      <Heading>主菜和配菜</Heading>
      <Card>
        <ListRow
          title={main ? `主菜 ${main.name}` : '选一道主菜'}
          hint={main && allergensWord(main)}
          onTap={() => setPicking('main')}
        />
        {value.sides.map((id) => (
          <ListRow
            key={id}
            title={`配菜 ${dish(id)?.name ?? '没有写下来的菜'}`}
            hint="点一下就去掉"
            onTap={() => onChange({ sides: value.sides.filter((one) => one !== id) })}
          />
        ))}
        {value.sides.length < most.sides && <ListRow title="加一道配菜" onTap={() => setPicking('side')} />}
      </Card>
      {troubles.main && <Notice>{troubles.main}</Notice>}
      <Field
        label="吃的人要知道的（可以不写）"
        value={value.tags}
        onChange={(tags) => onChange({ tags })}
        answers={['软', '少盐', '少油', '素']}
        long
        maxLength={(longest.tag + 1) * most.tags}
        trouble={troubles.tags}
      />
      {picking && (
        <Sheet title={picking === 'main' ? '选一道主菜' : '加一道配菜'} onClose={() => setPicking(null)}>
          {free.length === 0 && <Notice kind="info">没有别的菜可以选。请先在“菜和过敏”里加菜。</Notice>}
          <LongList items={free} size={8}>
            {(one) => (
              <ListRow key={one.id} title={one.name} hint={allergensWord(one)} onTap={() => pick(one.id)} />
            )}
          </LongList>
        </Sheet>
      )}
    </>
  )
}
