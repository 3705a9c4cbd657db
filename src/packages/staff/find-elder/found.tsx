import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { FoundElder } from '#types/people/found'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Tag, Tags } from '@/components/tag'
import { Lead, Soft } from '@/components/text'
import { diedWord } from '@/services/dates'
import './index.scss'

interface Props {
  elders: readonly FoundElder[]
  onFound(elder: FoundElder): void
  /** The way on, where there are more than these. */
  more?: ReactNode
}

/** Elders to choose from: who they are, where they belong, and whether they have agreed yet. */
export function Found({ elders, onFound, more }: Props) {
  return (
    <>
      {elders.map((elder) => (
        <Card key={elder.id} onTap={() => onFound(elder)}>
          <View className="found-elder">
            <View className="found-elder-words">
              <Lead>
                {elder.name} · {elder.age} 岁
              </Lead>
              <View>{elder.building}</View>
              <Soft small>
                {elder.phoneTail ? `电话后四位 ${elder.phoneTail} · ${elder.stationName}` : elder.stationName}
              </Soft>
              {(elder.state === 'pending' || elder.diedOn || !elder.isOwn || elder.isUnseen) && (
                <Tags>
                  {elder.diedOn && <Tag>{diedWord(elder.diedOn)}</Tag>}
                  {elder.isUnseen && <Tag kind="wait">还没有人见过</Tag>}
                  {elder.state === 'pending' && !elder.diedOn && <Tag kind="wait">还没有同意</Tag>}
                  {!elder.isOwn && <Tag>别的驿站的</Tag>}
                </Tags>
              )}
            </View>
            <Icon name="chevron-right" />
          </View>
        </Card>
      ))}
      {more && (
        <>
          <Soft>还有别的人。名字写全一些，找得更准。</Soft>
          {more}
        </>
      )}
    </>
  )
}
