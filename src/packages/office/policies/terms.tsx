import { View } from '@tarojs/components'
import type { PolicyReading } from '#types/eligibility'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { Strong } from '@/components/text'
import './index.scss'

/** Whom a policy is for, how much and how often, as the cloud reads it out; nothing is left out. */
export function Terms({ said }: Pick<PolicyReading, 'said'>) {
  return (
    <Card>
      <View className="policy-terms" {...aria({ role: 'list', label: '这一份说的' })}>
        {said.map(({ line, rows }, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike, and none ever moves
          <View key={nth} className="policy-term" {...aria({ role: 'listitem' })}>
            {rows.length > 0 ? <Strong>{line}</Strong> : line}
            {rows.map((row, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two rules may be alike, and none ever moves
              <View key={place} className="policy-row">
                {row}
              </View>
            ))}
          </View>
        ))}
      </View>
    </Card>
  )
}
