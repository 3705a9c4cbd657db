import { View } from '@tarojs/components'
import { useState } from 'react'
import { longest } from '#types/limits'
import type { Outcome, QueuedVisit, Visit } from '#types/visits'
import { Button } from '@/components/button'
import { Choice, ChoiceSign, Choices } from '@/components/choice'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Rescue } from '@/components/rescue'
import { Segmented } from '@/components/segmented'
import { Heading, Soft, Title } from '@/components/text'
import { buzz } from '@/platform/buzz'
import { cloudNow } from '@/services/clock'
import { whenWord } from '@/services/dates'
import { useDraft } from '@/services/draft'
import { useAct } from '@/services/use-act'
import { outcomeInFull } from '@/services/words'
import { outcomeChoices } from './outcomes'

interface Found {
  outcome: Outcome | null
  note: string
  /** Whether 120 was rung; null: not said yet. */
  isCalled: boolean | null
}

const draftHours = 48

interface Props {
  visit: QueuedVisit
  onSent(visit: Visit): void
}

/** Written at a door, often without a signal: what was typed stays on the phone until it was sent. */
export function Write({ visit, onSent }: Props) {
  const blank: Found = { outcome: null, note: '', isCalled: null }
  const found = useDraft<Found>(`report ${visit.id}`, blank, draftHours)
  const report = useAct('visits.report')
  const [isMissing, setMissing] = useState(false)
  const { outcome, note, isCalled } = found.value
  const choice = outcomeChoices.find((one) => one.outcome === outcome)
  const isEmergency = outcome === 'emergency'

  const send = async () => {
    const words = note.trim()
    setMissing(outcome === 'needsFound' && words === '')
    if (!outcome || (outcome === 'needsFound' && words === '')) return
    const sent = await report.run({
      visitId: visit.id,
      outcome,
      ...(words && { note: words }),
      ...(isEmergency && isCalled !== null && { ambulanceCalled: isCalled }),
    })
    if (!sent) return
    found.discard()
    buzz()
    onSent(sent)
  }
  return (
    <PageFrame
      title="写下见到的"
      dense
      action={
        <>
          {report.trouble && <Notice>{report.trouble}</Notice>}
          {report.trouble && isEmergency && <Notice>人要紧：先打 120，再打电话告诉驿站。</Notice>}
          <SendButton
            missing={missingWord(found.value)}
            isPending={report.isPending}
            onSend={() => void send()}
          />
        </>
      }
    >
      {(isEmergency || visit.urgency === 'urgent') && <Rescue />}
      <Title>{visit.elderName}怎么样？</Title>
      <View>{visit.address}</View>
      <Before visit={visit} />
      <Choices label="见到什么">
        {outcomeChoices.map((one) => (
          <Choice
            key={one.outcome}
            title={one.title}
            picture={
              <ChoiceSign kind={one.sign}>
                <Icon name={one.icon} size={30} />
              </ChoiceSign>
            }
            isPicked={one.outcome === outcome}
            onPick={() => found.write({ outcome: one.outcome })}
          />
        ))}
      </Choices>
      {isEmergency && (
        <>
          <Heading>120 打了没有？</Heading>
          <Segmented<Called>
            label="120 打了没有？"
            options={[
              { value: 'yes', word: '打了' },
              { value: 'no', word: '还没有打' },
            ]}
            value={isCalled === null ? null : isCalled ? 'yes' : 'no'}
            onPick={(called) => found.write({ isCalled: called === 'yes' })}
          />
        </>
      )}
      {choice && (
        <Field
          label={outcome === 'needsFound' ? '要帮什么' : '再写一句（可以不写）'}
          value={note}
          onChange={(text) => {
            setMissing(false)
            found.write({ note: text })
          }}
          answers={choice.answers}
          placeholder="家人能看到"
          maxLength={longest.visitNote}
          trouble={isMissing ? '选一样，或者写一句要帮什么，家人好安排。' : null}
          long
        />
      )}
      <Soft small>没有信号也先写，写的都留在手机里，有信号了再交。</Soft>
    </PageFrame>
  )
}

type Called = 'yes' | 'no'

function missingWord({ outcome, isCalled }: Found): string | null {
  if (!outcome) return '先选见到什么'
  return outcome === 'emergency' && isCalled === null ? '先说 120 打了没有' : null
}

function SendButton(props: { missing: string | null; isPending: boolean; onSend(): void }) {
  if (props.missing) {
    return (
      <Button disabled onTap={() => undefined}>
        {props.missing}
      </Button>
    )
  }
  return (
    <Button kind="pine" pending={props.isPending} onTap={props.onSend}>
      写好了，交上去
    </Button>
  )
}

/** What the helper wrote already: what is written now is added to it. */
function Before({ visit: { report } }: { visit: QueuedVisit }) {
  if (!report) return null
  const wrote = `${whenWord(report.at, cloudNow())} 您写的是：${outcomeInFull[report.outcome]}`
  return <Notice kind="info">{`${wrote}。下面写后来见到的，前面写的也留着。`}</Notice>
}
