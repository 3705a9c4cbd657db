import { useState } from 'react'
import type { Erased } from '#types/people/privacy'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Facts } from '@/components/facts'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Sheet } from '@/components/sheet'
import { Heading, Soft } from '@/components/text'
import { openTab } from '@/platform/navigation'
import { useAct } from '@/services/use-act'
import { nothingSaid, PaperEntry, paperOf } from '../paper-entry'
import { type PartProps, pronounOf } from './part'
import { Subject } from './subject'

const title = '注销登记'

/** Her data are deleted because she wants it so: asked twice, on paper. */
export function EraseElder({ file }: PartProps) {
  const they = pronounOf(file)
  const erase = useAct('people.erase')
  const [said, setSaid] = useState(nothingSaid)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const [isSure, setSure] = useState(false)
  const [erased, setErased] = useState<Erased | null>(null)
  const paper = paperOf(said)

  const ask = () => {
    setTried(true)
    if (paper) setSure(true)
  }
  const send = async () => {
    if (!paper) return
    const done = await erase.run({
      elderId: file.id,
      paper,
      ...(reason.trim() && { reason: reason.trim() }),
    })
    setSure(false)
    if (done) setErased(done)
  }
  if (erased) return <Gone erased={erased} name={file.name} />
  return (
    <Subject
      title={title}
      file={file}
      action={
        <>
          {erase.trouble && <Notice>{erase.trouble}</Notice>}
          <Button onTap={ask}>要注销</Button>
        </>
      }
    >
      <Notice>{`注销以后，${they}的资料、卡片、家人能办的事都没有了，找不回来。`}</Notice>
      <Soft>以后还想订餐、请人上门，要重新登记。</Soft>
      <PaperEntry value={said} onChange={setSaid} isTried={isTried} />
      <Field
        label="为什么注销（可以不写）"
        value={reason}
        onChange={setReason}
        answers={['搬走了', '不想再用', '老人过世了']}
        placeholder="也可以自己写"
      />
      {isSure && (
        <Sheet
          title={`真的注销${file.name}吗？`}
          onClose={() => setSure(false)}
          action={<Button onTap={() => setSure(false)}>先不注销</Button>}
          second={
            <Button kind="alarm" pending={erase.isPending} onTap={() => void send()}>
              {`注销${file.name}，删掉资料`}
            </Button>
          }
        >
          {`${file.name}，${file.age} 岁，${file.building}。现在就删掉${they}的资料，谁也找不回来。卡片马上作废，家人马上不能替${they}办。`}
        </Sheet>
      )}
    </Subject>
  )
}

/** What was deleted, and what the law makes us keep for a while. */
function Gone({ erased, name }: { erased: Erased; name: string }) {
  return (
    <PageFrame
      title={title}
      dense
      action={
        <Button icon="house" onTap={() => openTab('pages/home')}>
          回首页
        </Button>
      }
    >
      <Notice kind="ok">{`${name}的资料删掉了，卡片作废了。`}</Notice>
      {erased.kept.length > 0 && <Heading>按规定还要留一阵的</Heading>}
      {erased.kept.map(({ what, why, until }) => (
        <Card key={what}>
          <Facts
            rows={[
              { name: '留什么', value: what },
              { name: '为什么', value: why },
              { name: '留到', value: until },
            ]}
          />
        </Card>
      ))}
    </PageFrame>
  )
}
