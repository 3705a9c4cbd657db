import { useState } from 'react'
import type { ElderFile } from '#types/people/elders'
import { Button } from '@/components/button'
import { DateEntry } from '@/components/date-entry'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { Soft } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { dateOf, monthAndDay } from '@/services/dates'
import { useAct } from '@/services/use-act'
import { Died } from './died'
import type { PartProps } from './part'
import { Subject } from './subject'

const title = '老人过世了'

/** Written down with care: what is booked ends by it, and a wrong entry is taken back here. */
export function Death({ stationId, file, onFile }: PartProps) {
  const record = useAct('people.recordDeath')
  const today = dateOf(cloudNow())
  const [on, setOn] = useState('')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const [isSure, setSure] = useState(false)
  const [isUndone, setUndone] = useState(false)

  const ask = () => {
    setTried(true)
    if (on && reason.trim()) setSure(true)
  }
  const send = async () => {
    const known = await record.run({ elderId: file.id, on, reason: reason.trim() })
    setSure(false)
    if (known) onFile(known)
  }
  const alive = (known: ElderFile) => {
    setOn('')
    setReason('')
    setTried(false)
    setUndone(true)
    onFile(known)
  }
  if (file.diedOn !== null)
    return <Died stationId={stationId} file={file} diedOn={file.diedOn} onUndone={alive} />
  return (
    <Subject
      title={title}
      file={file}
      action={
        <>
          {record.trouble && <Notice>{record.trouble}</Notice>}
          <Button onTap={ask}>记下来</Button>
        </>
      }
    >
      {isUndone && <Notice kind="ok">改回来了。之前取消的餐和上门不会自己恢复，还要的请再订、再约。</Notice>}
      <Soft>记下以后，从那一天起订好的餐、在等的上门都会取消，也不能再订。家人还能看到以前的记录。</Soft>
      <DateEntry
        label="哪一天过世的"
        value={on}
        onChange={setOn}
        latest={today}
        trouble={isTried && !on ? '写上日期。' : null}
      />
      <Field
        label="怎么知道的"
        value={reason}
        onChange={setReason}
        answers={['家人来说的', '看过死亡证明', '社区告诉的']}
        placeholder="也可以自己写"
        trouble={isTried && !reason.trim() ? '选一样，或者写一句。' : null}
      />
      {isSure && (
        <Sheet
          title={`记下${file.name}过世，对吗？`}
          onClose={() => setSure(false)}
          action={<Button onTap={() => setSure(false)}>先不记，再看看</Button>}
          second={
            <Button kind="second" pending={record.isPending} onTap={() => void send()}>
              对，记下来
            </Button>
          }
        >
          {`${file.name}，${file.age} 岁，${file.building}，${monthAndDay(on)}过世。请看清楚是不是这一位。`}
        </Sheet>
      )}
    </Subject>
  )
}
