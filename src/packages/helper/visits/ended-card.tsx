import { View } from '@tarojs/components'
import type { QueuedVisit } from '#types/visits'
import { endingWord } from '#types/words/endings'
import { Card } from '@/components/card'
import { Tag } from '@/components/tag'
import { Lead } from '@/components/text'

/** A door that nobody has to knock at any more, and why. */
export function EndedCard({ visit }: { visit: QueuedVisit }) {
  return (
    <Card>
      <View className="visits-card">
        <View className="visits-head">
          <Tag>不用去了</Tag>
        </View>
        <Lead>
          {visit.elderName} · {visit.address}
        </Lead>
        {visit.ended && <View>{`${endingWord[visit.ended]}，这一次取消了。谢谢您。`}</View>}
      </View>
    </Card>
  )
}
