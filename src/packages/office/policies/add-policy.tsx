import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { PolicyRow } from '#types/eligibility'
import type { ErrorDetail } from '#types/errors'
import { bytesAsSent, policyBytes } from '#types/limits'
import { aria } from '@/components/aria'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft, Title } from '@/components/text'
import { buzz } from '@/platform/buzz'
import { pickText } from '@/platform/files/pick'
import { reveal } from '@/platform/page'
import { useDraft } from '@/services/draft'
import { useAct } from '@/services/use-act'
import './index.scss'

interface Props {
  district: string
  onBack(): void
  onAdded(policy: PolicyRow): void
}

/** The box holds more than the contract takes, so that what is too long is seen and not cut. */
const mostTyped = 60_000
const draftHours = 72

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
export function AddPolicy({ district, onBack, onAdded }: Props) {
  const save = useAct('eligibility.savePolicy')
  const draft = useDraft(`policy ${district}`, { text: '' }, draftHours)
  const [isTried, setTried] = useState(false)
  const [isUnread, setUnread] = useState(false)
  const { text } = draft.value
  const write = (next: string) => {
    if (save.code !== null) save.clear()
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
    const policy = await save.run({ district, text: tight(text) })
    if (!policy) return
    draft.discard()
    buzz()
    onAdded(policy)
  }
  return (
    <PageFrame
      title="加一份政策"
      dense
      action={
        <Button pending={save.isPending} disabled={isTooLong(text)} onTap={() => void send()}>
          {isTooLong(text) ? '太长了，先拆成两份' : '检查，存好'}
        </Button>
      }
      second={
        <Button kind="second" onTap={onBack}>
          先不加
        </Button>
      }
    >
      <Title>加一份政策</Title>
      <Soft>政策写成一份 JSON 文件，写法见说明书。存之前会先检查，有错就一条一条列出来。</Soft>
      <Soft>存好以后不能改，也不能删。从它开始的那天起，同一类的前一份就不再用了。</Soft>
      <Button kind="second" icon="clipboard-list" onTap={() => void pick()}>
        选一个文件
      </Button>
      {isUnread && <Notice>这个文件没有读出来。请打开它，把里面的内容复制到下面。</Notice>}
      {save.trouble && <Faults sentence={save.trouble} faults={faultsIn(save.detail)} />}
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

const faultsIn = ({ faults }: ErrorDetail): string[] => (Array.isArray(faults) ? faults : [])

const faultsId = 'policy-faults'

/** Above the text that they are about, and scrolled to, since that text is long. */
function Faults({ sentence, faults }: { sentence: string; faults: readonly string[] }) {
  useEffect(() => reveal(faultsId), [])
  return (
    <View id={faultsId} className="policy-faults">
      <Notice>{sentence}</Notice>
      {faults.length > 0 && (
        <Card kind="warn">
          <View className="policy-fault-list" {...aria({ role: 'list', label: '要改的地方' })}>
            {faults.map((fault) => (
              <View key={fault} className="policy-fault" {...aria({ role: 'listitem' })}>
                {fault}
              </View>
            ))}
          </View>
        </Card>
      )}
    </View>
  )
}
