import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Misfit } from '#types/meals/misfits'
import { modeWord } from '#types/words/meals/modes'
import { orderStateWord } from '#types/words/meals/order-states'
import { slotWord } from '#types/words/meals/slots'
import { Card } from '@/components/card'
import { Tag, Tags } from '@/components/tag'
import { Lead } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { dateOf, dayInFull, hourOf } from '@/services/dates'
import './planning.scss'

/** Why an order does not fit what is served. */
const whyWord: Record<Misfit['why'], string> = {
  closed: '这一天驿站不开门。',
  day: '这一天不供这一餐。',
  clash: '厨房换了菜，里面有老人过敏的东西。',
  mode: '这一餐不能这样吃了。',
  set: '订的套餐菜单上没有了。',
  seats: '座位不够，坐不下。',
  portions: '份数不够。',
  time: '开饭的时间和原来说的不一样了。',
}

/** An order that does not fit: whose, which, and why. Nobody is dropped by it. */
export function MisfitCard({ misfit, children }: { misfit: Misfit; children?: ReactNode }) {
  const { elderName, date, slot, startsAt, mode, setName, state, why, isUrgent } = misfit
  const day = dayInFull(date, dateOf(cloudNow()))
  return (
    <Card kind={isUrgent ? 'alarm' : 'plain'}>
      <View className="planning-card">
        <Lead>{elderName}</Lead>
        <Tags>
          {isUrgent && <Tag kind="bad">马上要办</Tag>}
          <Tag kind={state === 'placed' ? 'wait' : 'ok'}>{orderStateWord[state]}</Tag>
        </Tags>
        <View>{`${day} ${slotWord[slot]} ${hourOf(startsAt)}，${setName}，${modeWord[mode]}。`}</View>
        <View>{whyWord[why]}</View>
        {children}
      </View>
    </Card>
  )
}
