import type { Trial } from '#types/meals/misfits'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft, Title } from '@/components/text'
import { buzz } from '@/platform/buzz'
import { fullDay } from '@/services/dates'
import { forgetDraft } from '@/services/draft'
import { useAct } from '@/services/use-act'
import { TrialView } from '../trial-view'
import { type ClosingDays, draftOf } from './write-closing'

interface Props {
  stationId: string
  days: ClosingDays
  trial: Trial
  onBack(): void
  onClosed(): void
}

/** Who is booked on these days, and the second act: only then the station is closed. */
export function TryClosing({ stationId, days, trial, onBack, onClosed }: Props) {
  const close = useAct('meals.close')
  const send = async () => {
    if (!(await close.run({ stationId, ...days }))) return
    forgetDraft(draftOf(stationId))
    buzz()
    onClosed()
  }
  const { from, to, reason } = days
  return (
    <PageFrame
      title="不开门的日子"
      dense
      action={
        <>
          {close.trouble && <Notice>{close.trouble}</Notice>}
          <Button pending={close.isPending} onTap={() => void send()}>
            写上，这几天不开门
          </Button>
        </>
      }
      second={
        <Button kind="second" onTap={onBack}>
          回去改
        </Button>
      }
    >
      <Title>还没有写上，请看一遍</Title>
      <Soft>{`${fullDay(from)}到${fullDay(to)}不开门：${reason}。`}</Soft>
      <TrialView trial={trial} />
    </PageFrame>
  )
}
