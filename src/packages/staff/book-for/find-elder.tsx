import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { pageSize } from '#types/paging'
import type { FoundElder } from '#types/people'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import { LoadedPart } from '@/components/loaded-part'
import { PageFrame } from '@/components/page-frame'
import { Lead, Soft } from '@/components/text'
import { useCloud } from '@/services/use-loaded'

interface Props {
  stationId: string
  text: string
  onText(text: string): void
  onFound(elder: FoundElder): void
}

const pause = 350

export function FindElder({ stationId, text, onText, onFound }: Props) {
  const wanted = usePaused(text.trim())
  const found = useCloud('people.find', wanted ? { stationId, text: wanted } : null)
  return (
    <PageFrame title="帮人订餐" dense>
      <Field label="找老人" value={text} onChange={onText} placeholder="姓名或电话尾号" maxLength={20} />
      {wanted === '' ? (
        <Empty icon="search" title="先找到这位老人" hint="写一个姓也能找，比如“王”。" />
      ) : (
        <LoadedPart load={found}>
          {(elders) => <Found elders={elders} wanted={wanted} onFound={onFound} />}
        </LoadedPart>
      )}
    </PageFrame>
  )
}

/** What was typed, once the fingers rest. */
function usePaused(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), text ? pause : 0)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}

interface FoundProps {
  elders: readonly FoundElder[]
  wanted: string
  onFound(elder: FoundElder): void
}

function Found({ elders, wanted, onFound }: FoundProps) {
  if (elders.length === 0) {
    return (
      <Empty
        icon="search"
        title={`没有找到“${wanted}”`}
        hint="看看名字写对了没有，或者换成电话后四位。还没有登记的，先帮老人登记。"
      />
    )
  }
  return (
    <>
      {elders.map((elder) => (
        <Card key={elder.id} onTap={() => onFound(elder)}>
          <View className="book-for-elder book-for-found">
            <View className="book-for-elder-words">
              <Lead>
                {elder.name} · {elder.age} 岁
              </Lead>
              <View>{elder.building}</View>
              <Soft small>
                {elder.phoneTail ? `电话后四位 ${elder.phoneTail} · ${elder.stationName}` : elder.stationName}
              </Soft>
            </View>
            <Icon name="chevron-right" />
          </View>
        </Card>
      ))}
      {elders.length === pageSize.foundElders && <Soft>只列出前面几位。名字写全一些，找得更准。</Soft>}
    </>
  )
}
