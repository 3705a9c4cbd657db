import { useState } from 'react'
import type { KeptPlan } from '#types/meals/plans'
import type { Slot } from '#types/meals/slots'
import { modeWord } from '#types/words/meals/modes'
import { slotWord } from '#types/words/meals/slots'
import { Button } from '@/components/button'
import { Checks } from '@/components/checks'
import { DateEntry } from '@/components/date-entry'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Segmented } from '@/components/segmented'
import { Heading, Title } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { dateOf, weekdayWords } from '@/services/dates'
import { useDraft } from '@/services/draft'
import { optionsOf } from '@/services/options-of'
import { draftNameOf, draftOfPlan, planOf, planTroubles } from './plan-draft'
import { TablesField } from './tables-field'
import type { Tried } from './tried'
import { UntilField } from './until-field'
import { useTrying } from './use-trying'

interface Props {
  stationId: string
  slot: Slot
  /** The plan that this one begins from; null: nothing. */
  from: KeptPlan | null
  plans: readonly KeptPlan[]
  onTried(tried: Tried): void
  onBack(): void
}

const draftHours = 24

/** A plan from a date on: what it says is tried before it is kept. */
export function WritePlan({ stationId, slot, from, plans, onTried, onBack }: Props) {
  const trying = useTrying(stationId, plans, onTried)
  const { value, write } = useDraft(draftNameOf(stationId, slot, from), draftOfPlan(from), draftHours)
  const [isTried, setTried] = useState(false)
  const troubles = isTried ? planTroubles(value) : {}
  const send = () => {
    setTried(true)
    const plan = planOf(value, slot)
    if (plan) void trying.attempt({ act: 'write', plan })
  }
  return (
    <PageFrame
      title="供餐安排"
      dense
      action={
        <>
          {Object.keys(troubles).length > 0 && <Notice>上面还有没写好的，请看一看。</Notice>}
          {trying.trouble && <Notice>{trying.trouble}</Notice>}
          <Button pending={trying.isPending} onTap={send}>
            先看看会怎么样
          </Button>
        </>
      }
      second={
        <Button kind="second" onTap={onBack}>
          先不写
        </Button>
      }
    >
      <Title>{`写一份${slotWord[slot]}的安排`}</Title>
      <DateEntry
        label="从哪一天起"
        value={value.from}
        onChange={(date) => write({ from: date })}
        earliest={dateOf(cloudNow())}
        trouble={troubles.from}
      />
      <Heading>星期几供餐？</Heading>
      <Checks
        label="星期几供餐"
        options={weekdayWords.map((word, nth) => ({ value: String(nth + 1), word }))}
        values={value.weekdays}
        onChange={(weekdays) => write({ weekdays })}
      />
      {troubles.weekdays && <Notice>{troubles.weekdays}</Notice>}
      <YesNo
        label="放假的日子供不供餐"
        yes="放假也供"
        no="放假不供"
        value={value.onHolidays}
        onPick={(onHolidays) => write({ onHolidays })}
      />
      <Field
        label="几点开饭"
        value={value.startsAt}
        onChange={(startsAt) => write({ startsAt })}
        answers={['7:00', '11:30', '17:00']}
        maxLength={5}
        trouble={troubles.startsAt}
      />
      <Heading>能怎么吃？</Heading>
      <Checks
        label="能怎么吃"
        options={optionsOf(modeWord)}
        values={value.modes}
        onChange={(modes) => write({ modes })}
      />
      {troubles.modes && <Notice>{troubles.modes}</Notice>}
      <TablesField tables={value.tables} onChange={(tables) => write({ tables })} />
      <Field
        label="留几个座位不订（给没有订就来的）"
        kind="number"
        value={value.reserve}
        onChange={(reserve) => write({ reserve })}
        maxLength={3}
        trouble={troubles.reserve}
      />
      <Field
        label="自取和送餐一共几份"
        kind="number"
        value={value.portions}
        onChange={(portions) => write({ portions })}
        maxLength={3}
        trouble={troubles.portions}
      />
      <UntilField
        label="最晚什么时候订"
        value={value.bookUntil}
        onChange={(bookUntil) => write({ bookUntil })}
        trouble={troubles.bookUntil}
      />
      <UntilField
        label="最晚什么时候取消"
        value={value.cancelUntil}
        onChange={(cancelUntil) => write({ cancelUntil })}
        trouble={troubles.cancelUntil}
      />
      <YesNo
        label="谁来确认"
        yes="订好就算确认"
        no="驿站一份一份确认"
        value={value.confirmsItself}
        onPick={(confirmsItself) => write({ confirmsItself })}
      />
    </PageFrame>
  )
}

interface YesNoProps {
  label: string
  yes: string
  no: string
  value: boolean
  onPick(value: boolean): void
}

const YesNo = ({ label, yes, no, value, onPick }: YesNoProps) => (
  <>
    <Heading>{label}</Heading>
    <Segmented
      label={label}
      options={[
        { value: 'yes', word: yes },
        { value: 'no', word: no },
      ]}
      value={value ? 'yes' : 'no'}
      onPick={(picked) => onPick(picked === 'yes')}
    />
  </>
)
