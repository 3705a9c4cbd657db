import { View } from '@tarojs/components'
import type { ActFor } from '#types/people'
import type { NearbyStation } from '#types/stations'
import { Notice } from '@/components/notice'
import { Segmented } from '@/components/segmented'
import { Tap } from '@/components/tap'
import { Lead, Strong } from '@/components/text'
import { useAllowing } from '@/services/use-allowing'
import { callWord, isWayKnown, nameInFull, walk } from '@/services/words'

interface Props {
  elder: ActFor | null
  elders: readonly ActFor[]
  /** With the way, where it is known. */
  station: Pick<NearbyStation, 'id' | 'name'> | NearbyStation
  onElder(elderId: string): void
  onChooseStation(): void
}

/** For whom, and where. */
export function Where({ elder, elders, station, onElder, onChooseStation }: Props) {
  const way = 'walkMinutes' in station ? wayWord(elder, station) : null
  return (
    <>
      {elders.length > 1 && elder && (
        <Segmented
          label="给谁订"
          options={elders.map((one) => ({
            value: one.id,
            word: one.relation === 'self' ? '我自己' : callWord(one),
          }))}
          value={elder.id}
          onPick={onElder}
        />
      )}
      {elder && !elder.scopes.includes('order') && <MayOnlyLook elder={elder} />}
      <View className="meal-where">
        <View className="meal-where-words">
          {elder && (
            <View>
              给 <Strong>{nameInFull(elder)}</Strong> 订餐
            </View>
          )}
          <Lead>{station.name}</Lead>
          {way && <View className="meal-way">{way}</View>}
        </View>
        <Tap className="meal-change" label="换一家驿站" onTap={onChooseStation}>
          换一家
        </Tap>
      </View>
    </>
  )
}

function MayOnlyLook({ elder }: { elder: ActFor }) {
  const allowing = useAllowing(elder)
  return (
    <Notice kind="info">
      {`${callWord(elder)}还没有同意您代订，您可以先看看菜。${allowing?.words ?? ''}`}
    </Notice>
  )
}

/** 从家里走 6 分钟, 从妈妈家走 6 分钟; for a guest from where they stand; null where nobody has marked her home. */
export function wayWord(elder: ActFor | null, station: NearbyStation): string | null {
  if (!elder) return station.walkMinutes === 0 ? walk(station) : `从这里${walk(station)}`
  if (!isWayKnown(elder, station)) return null
  return `${elder.relation === 'self' ? '从家里' : `从${callWord(elder)}家`}${walk(station)}`
}
