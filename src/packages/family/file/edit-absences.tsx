import { useState } from 'react'
import { absenceOf, blankAbsence, missingOf } from '@/components/absences/absence-draft'
import { AbsenceForm } from '@/components/absences/form'
import { AbsenceList } from '@/components/absences/list'
import { useAbsences } from '@/components/absences/use-absences'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft, Title } from '@/components/text'
import { toTop } from '@/platform/page'
import { cloudNow } from '@/services/clock'
import { dateOf } from '@/services/dates'
import { useDraft } from '@/services/draft'
import { callWord } from '@/services/words'
import { draftHours, Edit, type EditProps } from './edit'

interface Props extends Omit<EditProps, 'onSaved'> {
  /** The cloud's answer; the list stays open. */
  onFile: EditProps['onSaved']
}

/** When she is in hospital or away: what was written, and one more. */
export function EditAbsences({ elder, file, onFile, onBack }: Props) {
  const today = dateOf(cloudNow())
  const absences = useAbsences({ file, today, onFile })
  const [isAdding, setAdding] = useState(file.absences.length === 0)
  const go = (adding: boolean) => {
    absences.act.clear()
    setAdding(adding)
    toTop()
  }
  if (isAdding) {
    const back = () => (file.absences.length === 0 ? onBack() : go(false))
    return <Add elder={elder} file={file} absences={absences} onBack={back} onAdded={() => go(false)} />
  }
  return (
    <PageFrame
      title="不在家的日子"
      action={
        <>
          {absences.act.trouble && <Notice>{absences.act.trouble}</Notice>}
          <Button onTap={onBack}>好了，回到资料</Button>
        </>
      }
      second={
        <Button kind="second" onTap={() => go(true)}>
          再写一段
        </Button>
      }
    >
      <Title>{`${callWord(elder)}不在家的日子`}</Title>
      {absences.isSaved && <Notice kind="ok">记好了，驿站看得到。</Notice>}
      {file.absences.length === 0 && <Soft>现在没有写。</Soft>}
      <AbsenceList
        absences={file.absences}
        today={today}
        isPending={absences.act.isPending}
        onHome={(one) => void absences.comeHome(one)}
        onDrop={(one) => void absences.drop(one)}
      />
    </PageFrame>
  )
}

interface AddProps extends Omit<EditProps, 'onSaved'> {
  absences: ReturnType<typeof useAbsences>
  onAdded(): void
}

function Add({ elder, absences, onBack, onAdded }: AddProps) {
  const today = dateOf(cloudNow())
  const draft = useDraft(`file ${elder.id} absence`, blankAbsence, draftHours)
  const save = async () => {
    const one = absenceOf(draft.value, today)
    if (!one || !(await absences.add(one))) return
    draft.discard()
    onAdded()
  }
  return (
    <Edit
      elder={elder}
      title={`${callWord(elder)}什么时候不在家？`}
      act={absences.act}
      missing={missingOf(draft.value, today)}
      done="记下来"
      onSave={() => void save()}
      onBack={() => {
        draft.discard()
        onBack()
      }}
    >
      <AbsenceForm value={draft.value} onChange={draft.write} today={today} />
    </Edit>
  )
}
