import { useState } from 'react'
import type { Trial } from '#types/meals/misfits'
import { Button } from '@/components/button'
import { DateEntry } from '@/components/date-entry'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Title } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { call } from '@/services/cloud'
import { dateOf } from '@/services/dates'
import { useDraft } from '@/services/draft'
import { useReading } from '@/services/use-reading'

/** Days on which it is to stay closed, first and last included, and why. */
export interface ClosingDays {
  from: string
  to: string
  reason: string
}

interface Props {
  stationId: string
  onBack(): void
  onTried(days: ClosingDays, trial: Trial): void
}

const draftHours = 24

/** Under which name a closure is kept while it is being written. */
export const draftOf = (stationId: string): string => `closing ${stationId}`

const blank: ClosingDays = { from: '', to: '', reason: '' }

/** From when to when, and why: then who is booked on these days, before anything is kept. */
export function WriteClosing({ stationId, onBack, onTried }: Props) {
  const draft = useDraft(draftOf(stationId), blank, draftHours)
  const reading = useReading()
  const [isTried, setTried] = useState(false)
  const { from, to, reason } = draft.value
  const isWrongWay = from !== '' && to !== '' && to < from
  const missing = (isMissing: boolean, words: string) => (isTried && isMissing ? words : null)

  const send = async () => {
    setTried(true)
    if (!from || !to || isWrongWay || !reason.trim()) return
    const trial = await reading.read(() => call('meals.tryClosing', { stationId, from, to }))
    if (trial) onTried({ from, to, reason: reason.trim() }, trial)
  }
  return (
    <PageFrame
      title="不开门的日子"
      dense
      action={
        <>
          {reading.trouble && <Notice>{reading.trouble}</Notice>}
          <Button pending={reading.isPending} onTap={() => void send()}>
            先看看谁订了
          </Button>
        </>
      }
      second={
        <Button kind="second" onTap={onBack}>
          先不写
        </Button>
      }
    >
      <Title>哪几天不开门？</Title>
      <DateEntry
        label="从哪一天起"
        value={from}
        onChange={(date) => draft.write({ from: date })}
        earliest={dateOf(cloudNow())}
        trouble={missing(!from, '先写从哪一天起。')}
      />
      <DateEntry
        label="到哪一天为止（这一天也不开门）"
        value={to}
        onChange={(date) => draft.write({ to: date })}
        trouble={isWrongWay ? '比开始的日子还早，请再看一遍。' : missing(!to, '先写到哪一天为止。')}
      />
      <Field
        label="为什么不开门（大家都看得到）"
        value={reason}
        onChange={(text) => draft.write({ reason: text })}
        answers={['放假', '装修', '停水停电', '消毒']}
        placeholder="也可以自己写"
        trouble={missing(!reason.trim(), '选一样，或者写一句。')}
      />
    </PageFrame>
  )
}
