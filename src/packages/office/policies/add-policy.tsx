import { useState } from 'react'
import type { PolicyReading } from '#types/eligibility'
import { bytesAsSent, policyBytes } from '#types/limits'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft, Title } from '@/components/text'
import { pickText } from '@/platform/files/pick'
import { call } from '@/services/cloud'
import { useDraft } from '@/services/draft'
import { useReading } from '@/services/use-reading'
import { Faults } from './faults'

interface Props {
  district: string
  onBack(): void
  /** @param text just what the reading is of */
  onRead(text: string, reading: PolicyReading): void
}

/** The box holds more than the contract takes, so that what is too long is seen and not cut. */
const mostTyped = 60_000
const draftHours = 72

/** Under which name a district's unsent document is kept. */
export const draftOf = (district: string): string => `policy ${district}`

/** The document without the spaces between its parts; as it is where it is no JSON, so that the cloud can say so. */
function tight(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text))
  } catch {
    return text
  }
}

const isTooLong = (text: string): boolean => bytesAsSent(tight(text)) > policyBytes

/** One dated document, as it was written: what is wrong with it is told line by line, and the text stays. */
export function AddPolicy({ district, onBack, onRead }: Props) {
  const reading = useReading()
  const draft = useDraft(draftOf(district), { text: '' }, draftHours)
  const [isTried, setTried] = useState(false)
  const [isUnread, setUnread] = useState(false)
  const { text } = draft.value
  const write = (next: string) => {
    if (reading.code) reading.clear()
    draft.write({ text: next })
  }

  const pick = async () => {
    const picked = await pickText('json')
    setUnread(picked.state === 'failed')
    if (picked.state === 'read') write(picked.text)
  }
  const send = async () => {
    setTried(true)
    if (!text.trim()) return
    const sent = tight(text)
    const found = await reading.read(() => call('eligibility.readPolicy', { district, text: sent }))
    if (found) onRead(sent, found)
  }
  return (
    <PageFrame
      title="加一份政策"
      dense
      action={
        <Button pending={reading.isPending} disabled={isTooLong(text)} onTap={() => void send()}>
          {isTooLong(text) ? '太长了，先拆成两份' : '先看一遍说的是什么'}
        </Button>
      }
      second={
        <Button kind="second" onTap={onBack}>
          先不加
        </Button>
      }
    >
      <Title>加一份政策</Title>
      <Soft>
        政策写成一份 JSON 文件，写法见说明书。有错就一条一条列出来；没有错，就先用平常的话念给您看，看过再存。
      </Soft>
      <Button kind="second" icon="clipboard-list" onTap={() => void pick()}>
        选一个文件
      </Button>
      {isUnread && <Notice>这个文件没有读出来。请打开它，把里面的内容复制到下面。</Notice>}
      <Faults of={reading} />
      <Field
        label="也可以把内容粘贴到这里"
        value={text}
        onChange={write}
        placeholder="{ … }"
        maxLength={mostTyped}
        long
        trouble={textTrouble(text, isTried)}
      />
    </PageFrame>
  )
}

function textTrouble(text: string, isTried: boolean): string | null {
  if (isTooLong(text)) return `太长了：一份政策最多 ${policyBytes / 1000} KB（大约六千个汉字）。请拆成两份。`
  return isTried && !text.trim() ? '先选一个文件，或者把内容粘贴进来。' : null
}
