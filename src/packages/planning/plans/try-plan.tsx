import { View } from '@tarojs/components'
import type { PlanChange } from '#types/meals/plans'
import { slotWord } from '#types/words/meals/slots'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Facts } from '@/components/facts'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft, Title } from '@/components/text'
import { buzz } from '@/platform/buzz'
import { longDate } from '@/services/dates'
import { useAct } from '@/services/use-act'
import { TrialView } from '../trial-view'
import '../planning.scss'
import { planFacts } from './plan-words'
import type { Tried } from './tried'

interface Props {
  stationId: string
  tried: Tried
  onBack(): void
  onKept(): void
}

/** What a change says and would do, and the second act: only then it is kept. */
export function TryPlan({ stationId, tried: { change, seen, trial }, onBack, onKept }: Props) {
  const keep = useAct('meals.changePlan')
  const send = async () => {
    if (!(await keep.run({ stationId, change, seen }))) return
    buzz()
    onKept()
  }
  return (
    <PageFrame
      title="供餐安排"
      dense
      action={
        <>
          {keep.trouble && <Notice>{keep.trouble}</Notice>}
          <Button pending={keep.isPending} onTap={() => void send()}>
            照这样存下来
          </Button>
        </>
      }
      second={
        <Button kind="second" onTap={onBack}>
          先不存，回去
        </Button>
      }
    >
      <Title>还没有存，请看一遍</Title>
      <Soft>{changeWord(change)}</Soft>
      {change.act === 'write' && (
        <Card>
          <View className="planning-card">
            <Facts rows={planFacts(change.plan)} />
          </View>
        </Card>
      )}
      <TrialView trial={trial} />
    </PageFrame>
  )
}

function changeWord(change: PlanChange): string {
  if (change.act === 'write')
    return `从${longDate(change.plan.from)}起，${slotWord[change.plan.slot]}这样安排：`
  const day = longDate(change.from)
  if (change.act === 'end') return `从${day}起，不再供${slotWord[change.slot]}。`
  return `收回${day}起的那一份，${slotWord[change.slot]}还照前面的安排。`
}
