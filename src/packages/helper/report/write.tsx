import { View } from '@tarojs/components'
import { useState } from 'react'
import { longest } from '#types/limits'
import type { Outcome, Visit } from '#types/visits'
import { Button } from '@/components/button'
import { Choice, ChoiceSign, Choices } from '@/components/choice'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Rescue } from '@/components/rescue'
import { Soft, Title } from '@/components/text'
import { buzz } from '@/platform/buzz'
import { useDraft } from '@/services/draft'
import { useAct } from '@/services/use-act'
import { outcomeChoices } from './outcomes'

interface Found {
  outcome: Outcome | null
  note: string
}

const draftHours = 48

/** Written at a door, often without a signal: what was typed stays on the phone until it was sent. */
export function Write({ visit, onSent }: { visit: Visit; onSent(visit: Visit): void }) {
  const found = useDraft<Found>(`report ${visit.id}`, { outcome: null, note: '' }, draftHours)
  const report = useAct('visits.report')
  const [isMissing, setMissing] = useState(false)
  const { outcome, note } = found.value
  const choice = outcomeChoices.find((one) => one.outcome === outcome)

  const send = async () => {
    const words = note.trim()
    setMissing(outcome === 'needsFound' && words === '')
    if (!outcome || (outcome === 'needsFound' && words === '')) return
    const sent = await report.run({ visitId: visit.id, outcome, ...(words && { note: words }) })
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
          {outcome ? (
            <Button kind="pine" pending={report.isPending} onTap={() => void send()}>
              写好了，告诉家人
            </Button>
          ) : (
            <Button disabled onTap={() => undefined}>
              先选见到什么
            </Button>
          )}
        </>
      }
    >
      <Title>{visit.elderName}怎么样</Title>
      <View>{visit.address}</View>
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
      {outcome === 'emergency' && <Rescue />}
      {choice && (
        <Field
          label={outcome === 'needsFound' ? '要帮什么' : '再写一句（可不写）'}
          value={note}
          onChange={(text) => {
            setMissing(false)
            found.write({ note: text })
          }}
          answers={choice.answers}
          placeholder="家人会看到"
          maxLength={longest.visitNote}
          trouble={isMissing ? '选一样，或者写一句要帮什么，家人好安排。' : null}
          long
        />
      )}
      <Soft small>没有信号也先写，写的都留在手机里，有信号了再交。</Soft>
    </PageFrame>
  )
}
