import type { Outcome, Visit } from '#types/visits'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Rescue } from '@/components/rescue'
import { Lead, Title } from '@/components/text'
import { goBack } from '@/platform/navigation'

/** What a helper at the door does next. */
const next: Partial<Record<Outcome, string>> = {
  needsFound: '能顺手帮的就帮一把。帮不了的，告诉驿站一声。',
  noAnswer: '在附近等几分钟，再敲一次，问问邻居。还是找不到人，打电话给驿站；屋里有动静没人应，打 120。',
  emergency: '请陪着老人，等救护车到。',
}

/** The report is in the cloud. */
export function Sent({ visit }: { visit: Visit }) {
  const outcome = visit.report?.outcome
  const advice = outcome && next[outcome]
  return (
    <PageFrame
      title="写下见到的"
      dense
      action={
        <Button kind="pine" onTap={goBack}>
          回到敲门
        </Button>
      }
    >
      <Title>交上去了，谢谢您</Title>
      <Notice kind="ok">{`家人马上看得到${visit.elderName}怎么样。`}</Notice>
      {advice && (
        <Card kind="warn">
          <Lead>接下来</Lead>
          {advice}
        </Card>
      )}
      {outcome === 'emergency' && <Rescue />}
    </PageFrame>
  )
}
