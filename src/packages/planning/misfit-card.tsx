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
import { whyNotWord } from '@/services/misfit-words'
import './planning.scss'

/** An order that does not fit: whose, which, and why. Nobody is dropped by it. */
export function MisfitCard({ misfit, children }: { misfit: Misfit; children?: ReactNode }) {
  const { elderName, date, slot, startsAt, mode, setName, state, why, startsNow, isUrgent } = misfit
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
        <View>
          {startsNow ? `开饭改到 ${hourOf(startsNow)} 了，原来说的是 ${hourOf(startsAt)}。` : whyNotWord[why]}
        </View>
        {children}
      </View>
    </Card>
  )
}
