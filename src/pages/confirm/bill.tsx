import { View } from '@tarojs/components'
import type { Price } from '#types/meals/prices'
import type { Mode } from '#types/meals/sittings'
import { Card } from '@/components/card'
import { Facts } from '@/components/facts'
import { ListRow } from '@/components/list-row'
import { billRows, sharesWord } from '@/services/price-words'
import { money } from '@/services/words'

interface Props {
  price: Price
  /** 您, 妈妈 */
  elderWord: string
  mode: Mode
  onWhy(): void
}

/** What it costs, who gives what, and what is left to pay. */
export function Bill({ price, elderWord, mode, onWhy }: Props) {
  const shares = sharesWord(price.lines, elderWord)
  const payWhere = mode === 'delivery' ? '送到时付' : '到驿站付'
  return (
    <Card>
      <Facts rows={billRows(price.lines)} />
      <View className="confirm-total">
        <View className="heading">{elderWord}付</View>
        <View className="confirm-amount">{money(price.elderPays)}</View>
      </View>
      <View>{shares ? `${shares}，${payWhere}。` : `${payWhere}。`}</View>
      <ListRow title="为什么是这个价" onTap={onWhy} />
    </Card>
  )
}
