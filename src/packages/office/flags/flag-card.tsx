import { View } from '@tarojs/components'
import type { Flag } from '#types/supervision'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Lead, Soft } from '@/components/text'
import { cloudNow } from '@/services/clock'
import { fullDay, whenWord } from '@/services/dates'
import { actorWord } from '@/services/words'
import { flagWords } from './flag-words'

/** One place where two records do not agree, and what was found out about it. */
export function FlagCard({ flag, onClose }: { flag: Flag; onClose(): void }) {
  const { elderName, stationName, date, closed } = flag
  return (
    <Card>
      <View className="flag-card">
        <Lead>{elderName}</Lead>
        <Soft small>{`${fullDay(date)} · ${stationName}`}</Soft>
        <View>{flagWords(flag)}</View>
        {closed ? (
          <>
            <View className="strong">{closed.words}</View>
            <Soft small>{`${actorWord(closed.by)}，${whenWord(closed.at, cloudNow())}`}</Soft>
          </>
        ) : (
          <Button kind="second" label={`${elderName}，问清楚了，写一句`} onTap={onClose}>
            问清楚了，写一句
          </Button>
        )}
      </View>
    </Card>
  )
}
