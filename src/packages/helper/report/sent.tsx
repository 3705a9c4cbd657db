import type { Outcome, Visit, VisitReport } from '#types/visits'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Rescue } from '@/components/rescue'
import { Lead, Soft, Title } from '@/components/text'
import { goBack } from '@/platform/navigation'
import { RingStation } from './ring-station'

/** What a helper at the door does next. */
const next: Record<Outcome, (report: VisitReport) => string | null> = {
  well: () => null,
  refused: () => null,
  needsFound: () => '能顺手帮的就帮一把。帮不了的，打电话告诉驿站一声。',
  noAnswer: () =>
    '在附近等几分钟，再敲一次，问问邻居。还是找不到人，打电话给驿站；屋里有动静没人应，打 120。',
  emergency: ({ ambulanceCalled }) =>
    ambulanceCalled ? '请陪着老人，等救护车到。' : '现在就打 120。打完陪着老人，等救护车到。',
}

/** The report is in the cloud. */
export function Sent({ visit: { id, report, elderName, urgency } }: { visit: Visit }) {
  const advice = report && next[report.outcome](report)
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
      {(report?.outcome === 'emergency' || urgency === 'urgent') && <Rescue />}
      <Title>交上去了，谢谢您</Title>
      <Notice kind="ok">{readBy(elderName, report?.isHeld ?? false)}</Notice>
      {advice && (
        <Card kind="warn">
          <Lead>接下来</Lead>
          {advice}
        </Card>
      )}
      {advice && <RingStation visitId={id} />}
      <Soft>后来又见到别的，回到“敲门”，在“我写过的”里再写一次，前面写的也留着。</Soft>
    </PageFrame>
  )
}

/** @param isHeld whether the words did not pass WeChat's check, so that relatives read what was found alone */
const readBy = (elderName: string, isHeld: boolean): string =>
  isHeld
    ? `驿站打开手机就能看到您写的。您写的话没有通过微信的检查，${elderName}同意的家人只看得到结果。`
    : `驿站和${elderName}同意的家人，打开手机就能看到您写的。`
