import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CopyPart } from '#types/people/privacy'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { LongList } from '@/components/long-list'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Heading, Lead, Soft, Title } from '@/components/text'
import { keepWhole } from '@/components/text/whole'
import { saveFile } from '@/platform/files/give'
import { cloudNow } from '@/services/clock'
import { dateOf, hourOf, longDate } from '@/services/dates'
import type { CopySection } from '@/services/read-copy'
import { copyAsPage } from './copy-page'
import { useCopy } from './use-copy'

interface Props {
  elderId: string
  name: string
  onBack(): void
}

/** All that is known of an elder: to be read here, and to be kept as a file. */
export function Copy({ elderId, name, onBack }: Props) {
  const { progress, read } = useCopy(elderId)
  const title = `${name}的全部资料`
  if (progress.state === 'ready') return <Whole title={title} sections={progress.sections} onBack={onBack} />
  return (
    <PageFrame
      title="全部资料"
      action={
        <>
          {progress.state === 'failed' && <Notice>{progress.sentence}</Notice>}
          <Button pending={progress.state === 'reading'} onTap={() => void read()}>
            {progress.state === 'failed' ? '再试一次' : '打开看看'}
          </Button>
        </>
      }
      second={
        <Button kind="second" onTap={onBack}>
          返回
        </Button>
      }
    >
      <Title>{title}</Title>
      <View>我们知道的都在里面：登记、同意了什么、订餐、上门、谁办过什么、谁看过。</View>
      <Soft>里面有完整的电话、住址和身份证号，请自己收好，别让不认识的人看。</Soft>
      {progress.state === 'reading' && <Notice kind="info">{`正在找“${progress.title}”，请稍等`}</Notice>}
    </PageFrame>
  )
}

/** So many at once that the page stays light. */
const atOnce = 6

interface WholeProps {
  title: string
  sections: CopySection[]
  onBack(): void
}

function Whole({ title, sections, onBack }: WholeProps) {
  const [saved, setSaved] = useState<'yes' | 'no' | null>(null)
  const [now] = useState(cloudNow)
  const made = `${longDate(dateOf(now))} ${hourOf(now)} 从银龄驿取出`
  const save = async () => {
    const page = copyAsPage({ title, made, sections })
    setSaved((await saveFile(`${title} ${dateOf(now)}.html`, page, 'text/html')) ? 'yes' : 'no')
  }
  return (
    <PageFrame
      title="全部资料"
      action={
        <>
          {saved === 'yes' && <Notice kind="ok">存好了。可以发给自己，或者拿到电脑上打开。</Notice>}
          {saved === 'no' && <Notice>没有存成。请再点一次，或者到驿站请人打印一份。</Notice>}
          <Button onTap={() => void save()}>存成文件</Button>
        </>
      }
      second={
        <Button kind="second" onTap={onBack}>
          返回
        </Button>
      }
    >
      <Title>{title}</Title>
      <Soft>{made}</Soft>
      <LongList items={cardsOf(sections)} size={atOnce}>
        {({ key, section, part }) => (
          <View key={key} className="privacy-card">
            {section && <Heading>{section}</Heading>}
            <Card>{part ? <Part part={part} /> : <Soft>没有</Soft>}</Card>
          </View>
        )}
      </LongList>
    </PageFrame>
  )
}

interface OneCard {
  key: string
  /** The section that begins here. */
  section: string | null
  /** null: the section has none. */
  part: CopyPart | null
}

function cardsOf(sections: readonly CopySection[]): OneCard[] {
  return sections.flatMap(({ title, parts }): OneCard[] =>
    parts.length === 0
      ? [{ key: title, section: title, part: null }]
      : parts.map((part, nth) => ({ key: `${title} ${nth}`, section: nth === 0 ? title : null, part })),
  )
}

function Part({ part: { title, rows } }: { part: CopyPart }) {
  return (
    <>
      <Lead>{title}</Lead>
      {rows.length === 0 && <Soft>没有</Soft>}
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two rows may be alike, and none ever moves
        <View key={at} className="privacy-row">
          <View className="privacy-name">{row.name}</View>
          <View className="privacy-value">{keepWhole(row.value)}</View>
        </View>
      ))}
    </>
  )
}
