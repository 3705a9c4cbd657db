import { View } from '@tarojs/components'
import type { FoundElder } from '#types/people/found'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Lead } from '@/components/text'
import { open } from '@/platform/navigation'

interface Props {
  stationId: string
  elder: FoundElder
  onOther(): void
}

/** For whom it is booked, the way to her file, and to somebody else. */
export function ChosenElder({ stationId, elder, onOther }: Props) {
  return (
    <Card>
      <View className="book-for-elder">
        <View className="book-for-elder-words">
          <Lead>
            {elder.name} · {elder.age} 岁
          </Lead>
          <View>{elder.building}</View>
        </View>
        {elder.isOwn && (
          <View>
            <Button kind="quiet" onTap={() => open('packages/staff/elder', { stationId, elderId: elder.id })}>
              看登记
            </Button>
          </View>
        )}
        <View>
          <Button kind="quiet" onTap={onOther}>
            换一位
          </Button>
        </View>
      </View>
    </Card>
  )
}
