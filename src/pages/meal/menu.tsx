import { View } from '@tarojs/components'
import type { MenuClashes } from '#types/meals/clashes'
import type { OwnOrder } from '#types/meals/orders'
import type { MealSet, Sitting } from '#types/meals/sittings'
import type { ActFor } from '#types/people'
import type { LocalDate } from '#types/values'
import { slotWord } from '#types/words/meals/slots'
import { Button } from '@/components/button'
import { Choice, Choices } from '@/components/choice'
import { ClashMarks } from '@/components/clash-marks'
import { ClashNews } from '@/components/clash-news'
import { Empty } from '@/components/empty'
import { Made } from '@/components/made'
import { MealPicture } from '@/components/meal-picture'
import { Notice } from '@/components/notice'
import { LoadingShape } from '@/components/page-frame'
import { Segmented } from '@/components/segmented'
import { Tag } from '@/components/tag'
import { Soft } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { dateOf, dayWord, hourOf } from '@/services/dates'
import { dishesWord } from '@/services/dish-words'
import { eatingWord } from '@/services/eating-words'
import { misfitWord } from '@/services/misfit-words'
import { clashesOf, foundIn } from '@/services/use-clashes'
import type { Loaded } from '@/services/use-loaded'
import { callWord, isUnanswered, money } from '@/services/words'
import { bookedFor, changedWords, type Pick, pickFrom, standingWords, type Wish } from './wish'

interface Props {
  date: LocalDate
  sittings: Loaded<Sitting[]>
  /** What is booked for the elder already. */
  orders: readonly OwnOrder[]
  elder: ActFor | null
  /** What of the day's sets the elder is allergic to, or does not eat; null where nobody is told. */
  clashes: Loaded<MenuClashes[]> | null
  wish: Wish
  onChange(wish: Wish): void
}

/** When on that day, what, and how to eat it. */
export function Menu({ date, sittings, orders, elder, clashes, wish, onChange }: Props) {
  if (sittings.state === 'loading') return <LoadingShape />
  if (sittings.state === 'failed') {
    return (
      <Empty icon="wifi-off" title="菜单没有打开" hint={sittings.sentence}>
        <Button icon="refresh-cw" onTap={() => void sittings.reload()}>
          再试一次
        </Button>
      </Empty>
    )
  }
  const now = cloudNow()
  const pick = pickFrom(sittings.data, wish, now, foundIn(clashes))
  if (!pick) {
    const day = dayWord(date, dateOf(now))
    return <Notice kind="info">{`这家驿站${day}不供餐。可以换一天，或者换一家。`}</Notice>
  }
  const booked = bookedFor(pick.sitting, orders)
  return (
    <>
      <Segmented
        label="哪一餐"
        options={sittings.data.map(({ slot, startsAt }) => ({
          value: slot,
          word: `${slotWord[slot]} ${hourOf(startsAt)}`,
        }))}
        value={pick.sitting.slot}
        onPick={(slot) => onChange({ slot })}
      />
      {changedWords(pick, { wish, sittings: sittings.data, now }).map((words) => (
        <Notice key={words} kind="info">
          {words}
        </Notice>
      ))}
      {sittings.trouble && <Notice icon="wifi-off">刚才没有连上，剩下的座位可能不准。</Notice>}
      {booked ? (
        <Booked order={booked} elderWord={elder ? callWord(elder) : booked.elderName} />
      ) : (
        <Sets pick={pick} elder={elder} clashes={clashes} onChange={onChange} />
      )}
    </>
  )
}

/** Of what is booked already: what it is, and how it stands. */
function Booked({ order, elderWord }: { order: OwnOrder; elderWord: string }) {
  const now = cloudNow()
  const changed = misfitWord(order, elderWord)
  if (changed)
    return (
      <Notice>
        {`这一餐已经订了：${order.setName}，${eatingWord[order.mode]}。${changed}还没有取消，请点下面看看怎么办。`}
      </Notice>
    )
  const isBad = isUnanswered(order, now)
  const state = isBad ? '驿站没有确认' : order.state === 'placed' ? '驿站还没确认' : '驿站确认了'
  return (
    <Notice kind={isBad ? 'warn' : 'ok'}>
      {`这一餐已经订了：${order.setName}，${eatingWord[order.mode]}。${state}。`}
    </Notice>
  )
}

/** What there is to eat; for a sitting that cannot be had, why. What is picked is picked of this meal, and of no other one later. */
function Sets({
  pick,
  elder,
  clashes,
  onChange,
}: { pick: Pick } & Omit<Props, 'date' | 'sittings' | 'orders' | 'wish'>) {
  const { sitting, set, mode, standing } = pick
  const words = standingWords(pick, cloudNow())
  if (standing !== 'open' && standing !== 'modeFull') return <Notice>{words}</Notice>
  const found = clashesOf(clashes, sitting.id)
  return (
    <>
      <Choices label="选一份套餐">
        {sitting.sets.map((one) => (
          <Choice
            key={one.id}
            title={one.name}
            hint={dishesWord(one)}
            picture={<MealPicture name={one.picture} photo={one.photo} of={one.name} />}
            isPicked={one.id === set?.id}
            onPick={() => onChange({ setId: one.id, slot: sitting.slot })}
            disabled={sitting.soldOut.includes(one.id)}
          >
            {sitting.soldOut.includes(one.id) && <Tag kind="bad">卖完了</Tag>}
            <SetFacts set={one} />
            {elder && (
              <ClashMarks found={found.find(({ setId }) => setId === one.id)} elderWord={callWord(elder)} />
            )}
          </Choice>
        ))}
      </Choices>
      {elder && <ClashNews clashes={clashes} sittingId={sitting.id} elderWord={callWord(elder)} />}
      {(sitting.modes.length > 1 || !mode) && (
        <Segmented
          label="怎么吃"
          options={sitting.modes.map((value) => ({ value, word: eatingWord[value] }))}
          value={mode}
          onPick={(picked) => onChange({ mode: picked, slot: sitting.slot })}
        />
      )}
      {standing === 'open' ? <Soft>{words}</Soft> : <Notice>{words}</Notice>}
    </>
  )
}

function SetFacts({ set }: { set: MealSet }) {
  return (
    <>
      <View className="meal-price">{money(set.price)}</View>
      {set.tags.map((tag) => (
        <Tag key={tag}>{tag}</Tag>
      ))}
      <Made set={set} />
    </>
  )
}
