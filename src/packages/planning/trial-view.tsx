import { View } from '@tarojs/components'
import type { Trial } from '#types/meals/misfits'
import { modeWord } from '#types/words/meals/modes'
import { slotWord } from '#types/words/meals/slots'
import { Card } from '@/components/card'
import { LongList } from '@/components/long-list'
import { Notice } from '@/components/notice'
import { Heading, Soft, Strong } from '@/components/text'
import { fullDay, hourOf } from '@/services/dates'
import { MisfitCard } from './misfit-card'
import './planning.scss'

type Served = Trial['days'][number]['before']

/** What a change would do, before it is kept: which days change, and who would not fit any more. */
export function TrialView({ trial: { days, count, misfits } }: { trial: Trial }) {
  return (
    <>
      <Heading>会变的日子</Heading>
      {days.length === 0 && <Soft>能订的这些天里，没有一天会变。</Soft>}
      <LongList items={days} size={10}>
        {({ date, slot, before, after }) => (
          <Card key={`${date} ${slot}`}>
            <View className="planning-card">
              <Strong>{`${fullDay(date)} ${slotWord[slot]}`}</Strong>
              <View>{`现在：${servedWord(before)}`}</View>
              <View>{`改后：${servedWord(after)}`}</View>
            </View>
          </Card>
        )}
      </LongList>
      <Heading>对不上的订餐</Heading>
      {count === 0 ? (
        <Notice kind="ok">已经订了的都还对得上。</Notice>
      ) : (
        <>
          <Notice>{`有 ${count} 份订餐会对不上。存了以后它们还在，不会取消，要一份一份打电话说。`}</Notice>
          <LongList items={misfits} size={8}>
            {(misfit) => <MisfitCard key={misfit.orderId} misfit={misfit} />}
          </LongList>
          {count > misfits.length && (
            <Soft>{`这里先列 ${misfits.length} 份，存了以后在“对不上的订餐”里都看得到。`}</Soft>
          )}
        </>
      )}
    </>
  )
}

/** 11:30 开饭，座位 32 个，自取和送餐 40 份（堂食、自取）. */
function servedWord(served: Served): string {
  if (served === null) return '不供餐。'
  const { startsAt, seats, portions, modes } = served
  const ways = modes.map((mode) => modeWord[mode]).join('、')
  return `${hourOf(startsAt)} 开饭，座位 ${seats} 个，自取和送餐 ${portions} 份，可以${ways}。`
}
