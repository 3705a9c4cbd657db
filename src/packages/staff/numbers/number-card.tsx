import { View } from '@tarojs/components'
import type { Claimant, SharedNumber } from '#types/people/numbers'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Tag, Tags } from '@/components/tag'
import { Heading, Lead, Soft } from '@/components/text'
import { open } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { dateOf, dayWord, diedWord } from '@/services/dates'
import './index.scss'

interface Props {
  number: SharedNumber
  stationId: string
  onPick(elder: Claimant): void
}

/** One id number, and who was registered with it, the first one first. */
export function NumberCard({ number: { tail, since, elders, unlisted }, stationId, onPick }: Props) {
  const day = dayWord(dateOf(since), dateOf(cloudNow()))
  return (
    <Card>
      <Heading>{`尾号 ${tail}`}</Heading>
      <Soft small>{`${day}起重复`}</Soft>
      {unlisted && <Soft>{`一共 ${elders.length + unlisted} 份登记用了这个号码，下面是先登记的。`}</Soft>}
      {elders.map((elder) => (
        <View key={elder.id} className="number-elder">
          <Who elder={elder} />
          <Button
            kind="second"
            label={`身份证是${elder.name}（${elder.building}）的`}
            onTap={() => onPick(elder)}
          >
            身份证是这位的
          </Button>
          {elder.isOwn && (
            <ListRow
              title={`打开${elder.name}的登记`}
              onTap={() => open('packages/staff/elder', { stationId, elderId: elder.id })}
            />
          )}
        </View>
      ))}
    </Card>
  )
}

/** What tells one from the other. */
function Who({ elder }: { elder: Claimant }) {
  const { name, age, building, phoneTail, stationName, isOwn, isUnseen, state, diedOn } = elder
  return (
    <>
      <Lead>
        {name} · {age} 岁
      </Lead>
      <View>{building}</View>
      <Soft small>{phoneTail ? `电话后四位 ${phoneTail} · ${stationName}` : stationName}</Soft>
      <Tags>
        {diedOn && <Tag>{diedWord(diedOn)}</Tag>}
        {isUnseen && <Tag kind="wait">还没有人见过</Tag>}
        {state === 'pending' && <Tag kind="wait">还没有同意</Tag>}
        {!isOwn && <Tag>别的驿站的</Tag>}
      </Tags>
    </>
  )
}
