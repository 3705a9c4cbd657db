import { useState } from 'react'
import { longest } from '#types/limits'
import type { ElderFile } from '#types/people/elders'
import { gradeWord } from '#types/words/policies/abilities'
import { Choice, Choices } from '@/components/choice'
import { DateEntry } from '@/components/date-entry'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { cloudNow } from '@/services/clock'
import { dateOf } from '@/services/dates'
import { LookAbove } from '../look-above'
import { NoConsent } from './no-consent'
import type { PartProps } from './part'
import { SaveFoot } from './save-foot'
import { Subject } from './subject'
import { useVerify } from './use-change'

const title = '能力评估'
const grades = [0, 1, 2, 3, 4]

/** The grade of an assessment that was made elsewhere, copied from its report. */
export function AbilityPart(props: PartProps) {
  const { health } = props.file
  if (!health) return <NoConsent {...props} title={title} what="身体情况" />
  return <AbilityForm {...props} assessed={health.ability} />
}

interface Props extends PartProps {
  assessed: NonNullable<ElderFile['health']>['ability']
}

function AbilityForm({ file, assessed, onFile }: Props) {
  const { act, isSaved, send, touch } = useVerify(onFile)
  const [grade, setGrade] = useState(assessed?.grade ?? null)
  const [assessor, setAssessor] = useState(assessed?.assessor ?? '')
  const [on, setOn] = useState(assessed?.on ?? '')
  const [isTried, setTried] = useState(false)
  const isMissing = !assessor.trim() || !on

  const save = () => {
    setTried(true)
    if (grade === null || isMissing) return
    void send({
      elderId: file.id,
      ability: { grade, assessor: assessor.trim(), on },
      reason: '看过能力评估报告',
    })
  }
  return (
    <Subject
      title={title}
      file={file}
      action={
        <>
          {isTried && grade === null && <Notice>先选报告上写的等级。</Notice>}
          {isTried && grade !== null && isMissing && <LookAbove />}
          <SaveFoot act={act} isSaved={isSaved} onTap={save}>
            看过报告，记下
          </SaveFoot>
        </>
      }
    >
      <Choices label="报告上写的等级">
        {grades.map((one) => (
          <Choice
            key={one}
            title={gradeWord(one)}
            hint={`${one} 级`}
            isPicked={one === grade}
            onPick={() => {
              touch()
              setGrade(one)
            }}
          />
        ))}
      </Choices>
      <Field
        label="谁评估的"
        value={assessor}
        onChange={(text) => {
          touch()
          setAssessor(text)
        }}
        placeholder="评估机构或者评估员"
        maxLength={longest.assessor}
        trouble={isTried && !assessor.trim() ? '照着报告写上评估机构。' : null}
      />
      <DateEntry
        label="哪一天评估的"
        value={on}
        onChange={(date) => {
          touch()
          setOn(date)
        }}
        latest={dateOf(cloudNow())}
        trouble={isTried && !on ? '写上报告上的日期。' : null}
      />
    </Subject>
  )
}
