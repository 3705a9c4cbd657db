import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { Tag } from '@/components/tag'
import { keepWhole } from '@/components/text/whole'
import type { StateWord } from '@/services/words'

interface Props {
  kind: 'meal' | 'visit'
  words: string
  state: StateWord
}

/** What a card is about, and how it stands. */
export function Head({ kind, words, state }: Props) {
  return (
    <View className="bookings-head">
      <View className="bookings-about">
        <View className={`bookings-${kind}`}>
          <Icon name={kind === 'meal' ? 'utensils' : 'hand-heart'} size={24} />
        </View>
        <View className="soft">{keepWhole(words)}</View>
      </View>
      <Tag kind={state.kind}>{state.word}</Tag>
    </View>
  )
}
