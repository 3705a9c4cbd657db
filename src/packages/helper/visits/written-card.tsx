import { View } from '@tarojs/components'
import type { QueuedVisit } from '#types/visits'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Lead } from '@/components/text'
import { open } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { whenWord } from '@/services/dates'
import { outcomeInFull } from '@/services/words'

/** Where the helper went, to add what was seen afterwards. */
export function WrittenCard({ visit }: { visit: QueuedVisit }) {
  const { report } = visit
  const word = report ? '后来又见到了，再写' : '写结果'
  return (
    <Card>
      <View className="visits-card">
        <Lead>
          {visit.elderName} · {visit.address}
        </Lead>
        <View>
          {report
            ? `${whenWord(report.at, cloudNow())} 您写的是：${outcomeInFull[report.outcome]}`
            : '时间过了很久，已经转给驿站。您去过的，还可以写结果。'}
        </View>
        <Button
          kind="second"
          onTap={() => open('packages/helper/report', { visitId: visit.id })}
          label={`${word}，${visit.elderName}`}
        >
          {word}
        </Button>
      </View>
    </Card>
  )
}
