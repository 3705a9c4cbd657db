import { View } from '@tarojs/components'
import type { AlarmCounts } from '#types/people'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Lead, Soft } from '@/components/text'
import { openAsking } from '@/services/news'

const words: Record<keyof AlarmCounts, string> = {
  emergency: '件情况紧急',
  late: '件急事过了时间，还没有办完',
  noAnswer: '家敲了门没有人应',
  urgent: '件急事还没办完',
  unanswered: '件一直没有人去',
  needsFound: '家有事要帮，还没有安排',
}

const worstFirst = ['emergency', 'late', 'noAnswer', 'urgent', 'unanswered', 'needsFound'] as const

/** What calls for somebody where one works, before everything else, until it has been dealt with. */
export function AlarmsAtWork({ counts }: { counts: AlarmCounts }) {
  const lines = worstFirst
    .filter((alarm) => counts[alarm] > 0)
    .map((alarm) => `${counts[alarm]} ${words[alarm]}`)
  const [first, ...others] = lines
  if (!first) return null
  const isCalm = lines.length === 1 && counts.needsFound > 0
  return (
    <Card kind={isCalm ? 'warn' : 'alarm'} onTap={() => openAsking('packages/helper/visits')}>
      <View className="home-alarm">
        <Icon name={isCalm ? 'hand-heart' : 'siren'} size={34} />
        <View className="home-alarm-rest">
          <View className="home-visit-words">
            <Lead>{first}</Lead>
            {others.map((line) => (
              <View key={line}>{line}</View>
            ))}
            <Soft>点开看是哪一家</Soft>
          </View>
          <Icon name="chevron-right" size={30} />
        </View>
      </View>
    </Card>
  )
}
