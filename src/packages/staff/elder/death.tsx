import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { DateEntry } from '@/components/date-entry'
import { Field } from '@/components/field'
import { ListRow } from '@/components/list-row'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { Soft } from '@/components/text'
import { open } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { dateOf, monthAndDay } from '@/services/dates'
import { useAct } from '@/services/use-act'
import type { PartProps } from './part'
import { Subject } from './subject'

const title = '老人过世了'

/** Written down with care: nothing is cancelled by it, and what is booked is looked at next. */
export function Death({ stationId, file, onFile }: PartProps) {
  const record = useAct('people.recordDeath')
  const today = dateOf(cloudNow())
  const [on, setOn] = useState('')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const [isSure, setSure] = useState(false)

  const ask = () => {
    setTried(true)
    if (on && reason.trim()) setSure(true)
  }
  const send = async () => {
    const known = await record.run({ elderId: file.id, on, reason: reason.trim() })
    setSure(false)
    if (known) onFile(known)
  }
  if (file.diedOn !== null) {
    return (
      <Subject title={title} file={file}>
        <Notice kind="info">{`记下了：${monthAndDay(file.diedOn)}过世。订好的餐和上门不会自己取消。`}</Notice>
        <Soft>请看一看还订着什么，和家人说一声再办。</Soft>
        <Card>
          <ListRow
            title="看订好的餐"
            hint="今天和以后的订单"
            icon="utensils"
            onTap={() => open('packages/staff/queue', { stationId })}
          />
          <ListRow
            title="看在等的上门"
            hint="谁在等人"
            icon="door-open"
            onTap={() => open('packages/helper/visits')}
          />
        </Card>
      </Subject>
    )
  }
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
      <Soft>记下以后，订好的餐和上门不会自己取消，家人还能看到以前的记录。</Soft>
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
          title={`记下${file.name}过世，对吗`}
          onClose={() => setSure(false)}
          action={
            <>
              <Button onTap={() => setSure(false)}>先不记，再看看</Button>
              <Button kind="second" pending={record.isPending} onTap={() => void send()}>
                对，记下来
              </Button>
            </>
          }
        >
          {`${file.name}，${file.age} 岁，${file.building}，${monthAndDay(on)}过世。请看清楚是不是这一位。`}
        </Sheet>
      )}
    </Subject>
  )
}
