import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Closure } from '#types/stations'
import type { LocalDate } from '#types/values'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ListRow } from '@/components/list-row'
import { LongList } from '@/components/long-list'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Lead, Title } from '@/components/text'
import { open } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { dateOf, fullDay } from '@/services/dates'
import { useCloud } from '@/services/use-loaded'
import '../planning.scss'
import { ReopenSheet } from './reopen-sheet'

interface Props {
  stationId: string
  /** Whether one has just been added. */
  isClosed: boolean
  onAdd(): void
}

/** Today's closure and the coming ones; each can be taken back, from today on, once it was read what that does. */
export function ClosureList({ stationId, isClosed, onAdd }: Props) {
  const closures = useCloud('meals.closures', { stationId })
  const [reopening, setReopening] = useState<Closure | null>(null)
  const [isOpenAgain, setOpenAgain] = useState(false)
  const today = dateOf(cloudNow())
  return (
    <PageFrame
      title="不开门的日子"
      load={closures}
      dense
      action={<Button onTap={onAdd}>加不开门的日子</Button>}
    >
      {(all) => (
        <>
          <Title>不开门的日子</Title>
          {isOpenAgain && <Notice kind="ok">恢复开门写好了，大家在驿站的页面上看得到。</Notice>}
          {isClosed && !isOpenAgain && (
            <Notice kind="ok">写好了，大家在驿站的页面上看得到。订了的餐都还在。</Notice>
          )}
          {all.length === 0 && (
            <Empty icon="door-open" title="后面没有不开门的日子" hint="放假、装修要关门的，写在这里。" />
          )}
          <LongList items={all} size={10}>
            {(closure) => (
              <OneClosure
                key={`${closure.from} ${closure.to}`}
                {...{ closure, today }}
                onReopen={() => {
                  setOpenAgain(false)
                  setReopening(closure)
                }}
              />
            )}
          </LongList>
          <Card>
            <ListRow
              title="对不上的订餐"
              hint="不开门的日子里已经订了的"
              onTap={() => open('packages/planning/misfits', { stationId })}
            />
          </Card>
          {reopening && (
            <ReopenSheet
              {...{ stationId, all, today }}
              closure={reopening}
              onClose={() => setReopening(null)}
              onReopened={(left) => {
                if (closures.state === 'ready') closures.put(left)
                setReopening(null)
                setOpenAgain(true)
              }}
            />
          )}
        </>
      )}
    </PageFrame>
  )
}

interface OneProps {
  closure: Closure
  today: LocalDate
  onReopen(): void
}

function OneClosure({ closure: { from, to, reason }, today, onReopen }: OneProps) {
  const words = from < today ? '从今天起恢复开门' : '恢复开门'
  const days = from === to ? fullDay(from) : `${fullDay(from)}到${fullDay(to)}`
  return (
    <Card>
      <View className="planning-card">
        <Lead>{days}</Lead>
        <View>{reason}</View>
        <Button kind="second" onTap={onReopen} label={`${words}，${days}`}>
          {words}
        </Button>
      </View>
    </Card>
  )
}
