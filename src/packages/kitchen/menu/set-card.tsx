import { View } from '@tarojs/components'
import type { KitchenWeek } from '#types/meals/menu-actions'
import type { LocalDate } from '#types/values'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { Tag, Tags } from '@/components/tag'
import { Lead } from '@/components/text'
import { useAct } from '@/services/use-act'
import { money } from '@/services/words'
import './index.scss'
import type { DaySet, MenuAt } from './week'
import { allergensWord, dishFacts } from './words'

interface Props {
  at: MenuAt
  date: LocalDate
  set: DaySet
  isPublished: boolean
  /** The day is over: nothing of it is changed any more. */
  isOver: boolean
  onChanged(week: KitchenWeek): void
  /** Who has ordered it is looked at, and then it is changed. */
  onChange(): void
}

/** A set of one day, dish by dish, and what can be done with it there. */
export function SetCard({ at, date, set, isPublished, isOver, onChanged, onChange }: Props) {
  const { setId, content, dishes, isOther, isSoldOut, ordered } = set
  return (
    <Card kind={isSoldOut ? 'warn' : 'plain'}>
      <View className="kitchen-card">
        <Lead>{`${content.name} ${money(content.price)}`}</Lead>
        <Tags>
          {isSoldOut && <Tag kind="bad">卖完了</Tag>}
          {isOther && <Tag>这天另做</Tag>}
          {ordered > 0 && <Tag kind="ok">{`订了 ${ordered} 份`}</Tag>}
          {content.tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </Tags>
        {dishes.map((dish, nth) => (
          <View key={dish.id} className="kitchen-line">
            {`${nth === 0 && dish.id === content.main ? '主菜' : '配菜'} ${[dish.name, allergensWord(dish), ...dishFacts(dish)].join('，')}。`}
          </View>
        ))}
        {isPublished && !isOver && (
          <>
            <SoldOut {...{ at, date, setId, isSoldOut, onChanged }} name={content.name} />
            <Button kind="second" onTap={onChange} label={`只改这一天的，${content.name}`}>
              只改这一天的
            </Button>
          </>
        )}
      </View>
    </Card>
  )
}

interface SoldOutProps extends Pick<Props, 'at' | 'date' | 'onChanged'> {
  setId: string
  name: string
  isSoldOut: boolean
}

/** One tap at all tables at once, and one takes it back; whoever has ordered keeps theirs. */
function SoldOut({ at: { kitchenId, slot }, date, setId, name, isSoldOut, onChanged }: SoldOutProps) {
  const act = useAct('meals.setSoldOut')
  const send = async () => {
    const changed = await act.run({ kitchenId, slot, date, setId, isSoldOut: !isSoldOut })
    if (changed) onChanged(changed)
  }
  const words = isSoldOut ? '又有了' : '卖完了'
  return (
    <>
      {act.trouble && <Notice>{act.trouble}</Notice>}
      <Button kind="second" pending={act.isPending} onTap={() => void send()} label={`${words}，${name}`}>
        {words}
      </Button>
    </>
  )
}
