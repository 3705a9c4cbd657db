import { useState } from 'react'
import { absenceOf, blankAbsence, missingOf } from '@/components/absences/absence-draft'
import { AbsenceForm } from '@/components/absences/form'
import { AbsenceList } from '@/components/absences/list'
import { useAbsences } from '@/components/absences/use-absences'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { type Told, ToldHow } from '@/components/told-how'
import { toTop } from '@/platform/page'
import { cloudNow } from '@/services/clock'
import { dateOf } from '@/services/dates'
import type { PartProps } from './part'
import { Subject } from './subject'

const title = '不在家的日子'

/** When she is in hospital or away, as she or her family told the station. */
export function Absences({ file, onFile }: PartProps) {
  const today = dateOf(cloudNow())
  const [channel, setChannel] = useState<Told>('counter')
  const [draft, setDraft] = useState(blankAbsence)
  const [isAdding, setAdding] = useState(false)
  const absences = useAbsences({ file, today, channel, onFile })
  const { act } = absences
  const missing = missingOf(draft, today)
  const go = (adding: boolean) => {
    act.clear()
    setAdding(adding)
    toTop()
  }

  const save = async () => {
    const one = absenceOf(draft, today)
    if (!one || !(await absences.add(one))) return
    setDraft(blankAbsence)
    go(false)
  }
  if (isAdding) {
    return (
      <Subject
        title={title}
        file={file}
        action={
          <>
            {act.trouble && <Notice>{act.trouble}</Notice>}
            <Button pending={act.isPending} disabled={missing !== null} onTap={() => void save()}>
              {missing ?? '记下来'}
            </Button>
          </>
        }
        second={
          <Button kind="second" onTap={() => go(false)}>
            先不记
          </Button>
        }
      >
        <AbsenceForm
          value={draft}
          onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
          today={today}
        />
        <ToldHow value={channel} onPick={setChannel} />
      </Subject>
    )
  }
  return (
    <Subject
      title={title}
      file={file}
      action={
        file.may.correct && (
          <>
            {act.trouble && <Notice>{act.trouble}</Notice>}
            {absences.isSaved && <Notice kind="ok">记好了。</Notice>}
            <Button onTap={() => go(true)}>记一段</Button>
          </>
        )
      }
    >
      {file.absences.length === 0 && (
        <Empty icon="house" title="没有记" hint="住院、外出，记一下，就不会白跑一趟。" />
      )}
      <AbsenceList
        absences={file.absences}
        today={today}
        isPending={act.isPending}
        onHome={(one) => void absences.comeHome(one)}
        onDrop={(one) => void absences.drop(one)}
      />
    </Subject>
  )
}
