import { View } from '@tarojs/components'
import type { Price } from '#types/meals/prices'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Sheet } from '@/components/sheet'
import { Soft } from '@/components/text'
import { missingSentence } from '@/services/missing-words'
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
      {undecided.map((one) => (
        <Soft key={one.rule}>{missingSentence(one, elderWord)}</Soft>
      ))}
      <Soft>
        {isHelped
          ? `补贴按${name}在驿站登记的情况算。订好以后，这一餐的价钱不会涨。`
          : '这一餐没有补贴。补贴有次数的，可能已经用在别的餐上了；那一餐取消了，这一餐就会便宜。觉得不对，可以到驿站问一问。'}
      </Soft>
    </Sheet>
  )
}
