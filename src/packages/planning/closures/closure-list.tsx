import { View } from '@tarojs/components'
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
import { useAct } from '@/services/use-act'
import { useCloud } from '@/services/use-loaded'
import '../planning.scss'

interface Props {
  stationId: string
  /** Whether one has just been added. */
  isClosed: boolean
  onAdd(): void
}

/** Today's closure and the coming ones; each can be taken back, from today on. */
export function ClosureList({ stationId, isClosed, onAdd }: Props) {
  const closures = useCloud('meals.closures', { stationId })
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
          {isClosed && <Notice kind="ok">写好了，大家在驿站的页面上看得到。订了的餐都还在。</Notice>}
          {all.length === 0 && (
            <Empty icon="door-open" title="后面没有不开门的日子" hint="放假、装修要关门的，写在这里。" />
          )}
          <LongList items={all} size={10}>
            {(closure) => (
              <OneClosure
                key={closure.from}
                {...{ stationId, closure, today }}
                onReopened={(left) => closures.state === 'ready' && closures.put(left)}
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
        </>
      )}
    </PageFrame>
  )
}

interface OneProps {
  stationId: string
  closure: Closure
  today: LocalDate
  onReopened(left: Closure[]): void
}

function OneClosure({ stationId, closure: { from, to, reason }, today, onReopened }: OneProps) {
  const reopen = useAct('meals.reopen')
  const hasBegun = from < today
  const send = async () => {
    const left = await reopen.run({ stationId, from: hasBegun ? today : from })
    if (left) onReopened(left)
  }
  const days = from === to ? fullDay(from) : `${fullDay(from)}到${fullDay(to)}`
  return (
    <Card>
      <View className="planning-card">
        <Lead>{days}</Lead>
        <View>{reason}</View>
        {reopen.trouble && <Notice>{reopen.trouble}</Notice>}
        <Button
          kind="second"
          pending={reopen.isPending}
          onTap={() => void send()}
          label={`${hasBegun ? '从今天起恢复开门' : '恢复开门'}，${days}`}
        >
          {hasBegun ? '从今天起恢复开门' : '恢复开门'}
        </Button>
      </View>
    </Card>
  )
}
