import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Soft } from '@/components/text'
import { saveFile } from '@/platform/files/give'
import { cloudNow } from '@/services/clock'
import { dateOf } from '@/services/dates'
import { readCopy } from '@/services/read-copy'
import { useReading } from '@/services/use-reading'
import { copyText } from './copy-text'
import { type PartProps, pronounOf } from './part'
import { Subject } from './subject'

/** Everything that is known of her, as a file that anybody can read. */
export function CopyForElder({ file }: PartProps) {
  const they = pronounOf(file)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const [isSaved, setSaved] = useState<boolean | null>(null)
  /** WeChat passes a file on only right after a tap: what took long to gather waits here for the next one. */
  const [gathered, setGathered] = useState<string | null>(null)
  const { read, isPending, trouble } = useReading()

  const gather = async () => {
    setTried(true)
    if (!reason.trim()) return
    const sections = await read(() => readCopy({ elderId: file.id, reason: reason.trim() }))
    if (sections) setGathered(copyText(file.name, sections))
  }
  const save = async (text: string) =>
    setSaved(await saveFile(`${file.name}的资料 ${dateOf(cloudNow())}.txt`, text))
  return (
    <Subject
      title={`给${they}一份资料`}
      file={file}
      action={
        <>
          {trouble && <Notice>{trouble}</Notice>}
          {gathered !== null && isSaved === null && (
            <Notice kind="ok">资料做好了。请点“存下这份资料”。</Notice>
          )}
          {isSaved === false && <Notice>资料做好了，还没有存下。请再点一次。</Notice>}
          {isSaved && <Notice kind="ok">{`做好了。请当面交给${they}，别留在手机里。`}</Notice>}
          <Button pending={isPending} onTap={() => void (gathered === null ? gather() : save(gathered))}>
            {gathered === null ? '做一份资料' : '存下这份资料'}
          </Button>
        </>
      }
    >
      <Field
        label={`是谁来要的（会记下来，${they}看得到）`}
        value={reason}
        onChange={(text) => {
          setReason(text)
          setGathered(null)
        }}
        answers={['老人本人来要', '家人陪老人来要', '老人打电话来要']}
        placeholder="也可以自己写"
        trouble={isTried && !reason.trim() ? '选一样，或者写一句。' : null}
      />
      <Soft>{`里面有${they}的登记、同意了什么、订餐、上门和谁看过，号码都是完整的。`}</Soft>
    </Subject>
  )
}
