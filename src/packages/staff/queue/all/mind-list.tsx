import { View } from '@tarojs/components'
import type { QueuedOrder } from '#types/meals/orders'
import { aria } from '@/components/aria'
import { Strong } from '@/components/text'
import { mindWord } from '@/services/mind-words'
import { ClashLines } from '../clash-lines'

/**
 * Of whom something is to be minded among these, by what it is: read before they are all confirmed. Whose dish holds what she must
 * not have comes first.
 */
export function MindList({ orders }: { orders: readonly QueuedOrder[] }) {
  const minded = orders.flatMap(({ elderName, mind }) => (mind ? [{ elderName, words: mindWord(mind) }] : []))
  if (minded.length === 0) return null
  const kinds = [...new Set(minded.map(({ words }) => words))]
  return (
    <>
      {orders.map((order) =>
        order.clashes?.clashes.length ? <ClashLines key={order.id} order={order} /> : null,
      )}
      <View {...aria({ role: 'list', label: '要注意' })}>
        <Strong>{`有 ${minded.length} 份要注意：`}</Strong>
        {kinds.map((kind) => (
          <View key={kind} className="queue-mind" {...aria({ role: 'listitem' })}>
            {`${kind}（${namesOf(minded.filter(({ words }) => words === kind))}）`}
          </View>
        ))}
      </View>
    </>
  )
}

const namesOf = (some: readonly { elderName: string }[]): string =>
  some.map(({ elderName }) => elderName).join('、')
