import { View } from '@tarojs/components'
import type { LikelyPair } from '#types/people/likenesses'
import { likenessSignWord } from '#types/words/people/likenesses/signs'
import { likenessStateWord } from '#types/words/people/likenesses/states'
import { Card } from '@/components/card'
import { Lead, Soft } from '@/components/text'
import { open } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { dateOf, dayWord, untilWord } from '@/services/dates'

/** Two registrations in the list: whose, what they have in common, where. */
export function PairCard({ pair }: { pair: LikelyPair }) {
  const { id, state, names, signs, stationNames, since, undoUntil } = pair
  const same = `${signs.map((sign) => likenessSignWord[sign]).join('、')}一样`
  const when = undoUntil
    ? `${likenessStateWord[state]}，${untilWord(undoUntil, cloudNow())}能${state === 'joined' ? '分开' : '收回'}`
    : `${dayWord(dateOf(since), dateOf(cloudNow()))}发现的`
  return (
    <Card onTap={() => open('packages/staff/pair', { pairId: id })}>
      <View className="alike-row">
        <Lead>{names.join(' 和 ')}</Lead>
        <View>{same}</View>
        <Soft small>{`${stationNames.join('、')} · ${when}`}</Soft>
      </View>
    </Card>
  )
}
