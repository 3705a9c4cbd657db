import { View } from '@tarojs/components'
import type { Side } from '#types/people/likenesses'
import { orderStateWord } from '#types/words/meals/order-states'
import { slotWord } from '#types/words/meals/slots'
import { relationWord } from '#types/words/people/circle/relations'
import { sexWord } from '#types/words/people/elders/sexes'
import { roleWord } from '#types/words/roles'
import { Card } from '@/components/card'
import { Facts } from '@/components/facts'
import { Tag, Tags } from '@/components/tag'
import { Lead, Soft } from '@/components/text'
import { dateOf, longDate, monthAndDay } from '@/services/dates'

/** One of two registrations, with what tells her from the other. */
export function SideCard({ side, which }: { side: Side; which: string }) {
  const { name, age, sex, orders, state, isUnseen } = side
  return (
    <Card>
      <View className="pair-side">
        <Lead>{`${name} · ${age} 岁`}</Lead>
        <Soft small>{`${which}：${registeredWord(side)}`}</Soft>
        {(isUnseen || state === 'pending') && (
          <Tags>
            {isUnseen && <Tag kind="wait">还没有人见过</Tag>}
            {state === 'pending' && <Tag kind="wait">还没有同意</Tag>}
          </Tags>
        )}
        <Facts
          rows={[
            { name: '出生', value: longDate(side.birthDate) },
            { name: '性别', value: sexWord[sex] },
            { name: '电话', value: side.phone ?? '没有记' },
            { name: '住址', value: side.building },
            { name: '驿站', value: side.stationName },
            { name: '身份证', value: cardWord(side) },
            { name: '自己的手机', value: side.hasOwnPhone ? '在用' : '没有用' },
            { name: '能代办的家人', value: side.circle === 0 ? '没有' : `${side.circle} 位` },
          ]}
        />
        {orders.length === 0 && <Soft small>还没有订过餐。</Soft>}
        {orders.map(({ id, date, slot, stationName, state }) => (
          <Soft key={id} small>
            {`${monthAndDay(date)}${slotWord[slot]} · ${stationName} · ${orderStateWord[state]}`}
          </Soft>
        ))}
      </View>
    </Card>
  )
}

/** The later registration stands first. */
export const whichWord = (nth: number): string => (nth === 0 ? '后登记的一份' : '先登记的一份')

function cardWord({ hasIdNumber, isProven }: Side): string {
  if (!hasIdNumber) return '没有记'
  return isProven ? '记了，驿站看过' : '记了，驿站还没有看过'
}

/** 儿子王强11月20日登记的 */
export function registeredWord({ registered }: Side): string {
  if (!registered) return '没有记是谁登记的'
  const { role, relation, name, at } = registered
  const who =
    role === 'elder' ? '自己' : relation ? `${relationWord[relation]}${name}` : `${roleWord[role]}${name}`
  return `${who}${monthAndDay(dateOf(at))}登记的`
}
