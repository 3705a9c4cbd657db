import { View } from '@tarojs/components'
import type { Price } from '#types/meals'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { Soft } from '@/components/text'
import { lineWord } from '@/services/price-words'

interface Props {
  price: Price
  /** Of the elder. */
  name: string
  /** 您, 妈妈 */
  elderWord: string
  onClose(): void
}

/** The rule behind each line of the price. */
export function Why({ price, name, elderWord, onClose }: Props) {
  const { lines, undecided } = price
  const isHelped = lines.some(({ kind }) => kind === 'subsidy' || kind === 'discount')
  return (
    <Sheet
      title="为什么是这个价"
      onClose={onClose}
      action={
        <Button kind="second" onTap={onClose}>
          知道了
        </Button>
      }
    >
      <Card>
        <View className="confirm-lines">
          {lines.map((line) => (
            <View key={`${line.kind} ${line.label}`}>{lineWord(line, elderWord)}。</View>
          ))}
        </View>
      </Card>
      {undecided.length > 0 && (
        <Notice kind="info">还有些情况没有登记清楚，补上以后可能更便宜。请带上证件到驿站问一问。</Notice>
      )}
      <Soft>
        {isHelped
          ? `补贴按${name}在驿站登记的情况算。订好以后，这一餐的价钱不会再变。`
          : '这一餐没有补贴：可能还没有登记，也可能这一天的补贴用在别的餐上了。觉得不对，可以到驿站问一问。'}
      </Soft>
    </Sheet>
  )
}
