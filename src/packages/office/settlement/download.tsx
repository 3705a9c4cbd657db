import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { ReasonSheet } from '@/components/reason-sheet'
import { Sheet } from '@/components/sheet'
import { Soft } from '@/components/text'
import { copyText } from '@/platform/clipboard'
import { type Brought, bringFile, type FileFormat, isPassedOn, openFile } from '@/platform/files/open'
import { call, type ReplyFrom } from '@/services/cloud'
import { useReading } from '@/services/use-reading'
import { money } from '@/services/words'
import type { Wanted } from './wanted'

interface Props {
  wanted: Wanted
  format: FileFormat
  onClose(): void
}

type SettlementFile = ReplyFrom<'supervision.settlementFile'>

const formatWord: Record<FileFormat, string> = { csv: 'CSV', xlsx: 'Excel' }

/** The month as a file, for whoever says what for. */
export function Download({ wanted, format, onClose }: Props) {
  const { read, isPending, trouble } = useReading()
  const [made, setMade] = useState<{ file: SettlementFile; brought: Brought } | null>(null)

  const make = async (reason: string) => {
    const found = await read(async () => {
      const file = await call('supervision.settlementFile', { ...wanted, format, reason })
      return { file, brought: await bringFile({ ...file, format }) }
    })
    if (found) setMade(found)
  }
  const title = `下载 ${formatWord[format]}`
  if (made) return <Made title={title} {...made} onClose={onClose} />
  return (
    <ReasonSheet
      title={title}
      label="拿去做什么（会记下来）"
      answers={['月底结算', '财政核对', '审计抽查']}
      missing="选一样，或者写一句做什么用。"
      button="做好文件"
      act={{ isPending, trouble }}
      onGive={(reason) => void make(reason)}
      onClose={onClose}
    >
      <Soft small>名字不写全，没有身份证号和电话。</Soft>
    </ReasonSheet>
  )
}

interface MadeProps {
  title: string
  file: SettlementFile
  brought: Brought
  onClose(): void
}

type Outcome = 'opened' | 'notOpened' | 'passedOn' | 'notPassedOn' | 'copied' | 'notCopied'

const outcomes: Record<Outcome, { kind: 'ok' | 'warn'; words: string }> = {
  opened: { kind: 'ok', words: '打开了。没有看到的话，复制链接到电脑上打开。' },
  notOpened: { kind: 'warn', words: '这里没有打开。请复制链接，到电脑上打开。' },
  passedOn: { kind: 'ok', words: '发好了。请不要发到群里。' },
  notPassedOn: { kind: 'warn', words: '没有发出去。请再点一次，或者复制链接，到电脑上打开。' },
  copied: { kind: 'ok', words: '复制好了，到电脑的浏览器里粘贴。几分钟内有效，请不要发给别人。' },
  notCopied: { kind: 'warn', words: '没有复制成。请再点一次。' },
}

function Made({ title, file, brought, onClose }: MadeProps) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const openIt = async (one: NonNullable<Brought>) => {
    const isDone = await openFile(one)
    if (isPassedOn(one.format)) setOutcome(isDone ? 'passedOn' : 'notPassedOn')
    else setOutcome(isDone ? 'opened' : 'notOpened')
  }
  const copyIt = async () => setOutcome((await copyText(file.link)) ? 'copied' : 'notCopied')
  const said = outcome && outcomes[outcome]
  const copy = (
    <Button kind={brought ? 'second' : 'primary'} onTap={() => void copyIt()}>
      复制下载链接
    </Button>
  )
  const opening = brought && (
    <Button onTap={() => void openIt(brought)}>
      {isPassedOn(brought.format) ? '发给自己或者同事' : '打开文件'}
    </Button>
  )
  return (
    <Sheet
      title={title}
      onClose={onClose}
      news={said && <Notice kind={said.kind}>{said.words}</Notice>}
      action={opening ?? copy}
      second={opening && copy}
    >
      <View>{`${file.name} 做好了：${file.records} 笔记录，各方一共要付 ${money(file.owed)}。`}</View>
      <Soft>链接只有几分钟有效。过了时间，再做一次就行。</Soft>
    </Sheet>
  )
}
