import { View } from '@tarojs/components'
import { longest } from '#types/limits'
import { slotWord } from '#types/words/meals/slots'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Soft } from '@/components/text'
import type { DayMeal } from '../day-meals'
import { type Group, groupOf, groupWord, groupWords, type Place } from '../group-of'
import type { Search } from './use-search'

interface Props {
  meals: readonly DayMeal[]
  /** The list that is shown. */
  shown: { meal: DayMeal; group: Group }
  text: string
  onChange(text: string): void
  /** To somebody who stands elsewhere. */
  onGo(place: Place): void
  search: Search
  /** Nobody of the list that is shown. */
  isNobody: boolean
}

/** Finds somebody by part of her name, in letters too, or by her card, and says where else of the day she stands. */
export function Find({ meals, shown, text, onChange, onGo, search, isNobody }: Props) {
  const { typed, isCode, isLooking, trouble } = search
  const found = typed === '' ? [] : elsewhere(meals, shown, search)
  return (
    <>
      <Field
        label="找人（名字或卡号）"
        value={text}
        onChange={onChange}
        placeholder="王，或 wxy"
        maxLength={longest.name}
      />
      {found.length > 0 && <View>别处也有：</View>}
      {found.map(({ place, word }) => (
        <Button key={word} kind="second" icon="chevron-right" onTap={() => onGo(place)}>
          {word}
        </Button>
      ))}
      {isLooking && <Soft>{isCode ? '正在找这张卡……' : '正在找……'}</Soft>}
      {trouble && <Notice>{trouble}</Notice>}
      {isNobody && typed !== '' && !isLooking && !trouble && (
        <Empty icon="search" title={isCode ? `这里没有卡号是“${typed}”的` : `这里没有名字带“${typed}”的`} />
      )}
    </>
  )
}

/** 午餐“吃过了” 1 份, and where that is. */
interface Hit {
  place: Place
  word: string
}

/** In the other lists of this meal, and in those of the other meals. */
function elsewhere(meals: readonly DayMeal[], shown: Props['shown'], { finds }: Search): Hit[] {
  return meals.flatMap((meal) =>
    groupWords
      .filter(({ value }) => meal.slot !== shown.meal.slot || value !== shown.group)
      .flatMap(({ value }) => {
        const count = meal.orders.filter((order) => groupOf(order.state) === value && finds(order)).length
        const word = `${slotWord[meal.slot]}“${groupWord(value)}” ${count} 份`
        return count > 0 ? [{ place: { slot: meal.slot, group: value }, word }] : []
      }),
  )
}
