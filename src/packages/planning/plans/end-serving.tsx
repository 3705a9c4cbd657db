import { useState } from 'react'
import type { KeptPlan } from '#types/meals/plans'
import type { Slot } from '#types/meals/slots'
import { slotWord } from '#types/words/meals/slots'
import { Button } from '@/components/button'
import { DateEntry } from '@/components/date-entry'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft, Title } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { dateOf } from '@/services/dates'
import type { Tried } from './tried'
import { useTrying } from './use-trying'

interface Props {
  stationId: string
  slot: Slot
  plans: readonly KeptPlan[]
  onTried(tried: Tried): void
  onBack(): void
}

/** From which day on a meal is not served any more. */
export function EndServing({ stationId, slot, plans, onTried, onBack }: Props) {
  const trying = useTrying(stationId, plans, onTried)
  const [from, setFrom] = useState('')
  const [isTried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    if (from) void trying.attempt({ act: 'end', slot, from })
  }
  return (
    <PageFrame
      title="供餐安排"
      dense
      action={
        <>
          {trying.trouble && <Notice>{trying.trouble}</Notice>}
          <Button pending={trying.isPending} onTap={send}>
            先看看会怎么样
          </Button>
        </>
      }
      second={
        <Button kind="second" onTap={onBack}>
          先不改
        </Button>
      }
    >
      <Title>{`从哪一天起不供${slotWord[slot]}？`}</Title>
      <Soft>只是几天不开门的，请写在“不开门的日子”里。</Soft>
      <DateEntry
        label="从哪一天起"
        value={from}
        onChange={setFrom}
        earliest={dateOf(cloudNow())}
        trouble={isTried && !from ? '先写从哪一天起。' : null}
      />
    </PageFrame>
  )
}
