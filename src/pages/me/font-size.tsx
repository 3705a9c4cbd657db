import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Segmented } from '@/components/segmented'
import { Soft } from '@/components/text'
import { chooseFont, fontChoices, useFontChoice } from '@/services/font'

/** The whole page is the sample; one sentence shows what reading will be like. */
export function FontSize() {
  const factor = useFontChoice()
  return (
    <>
      <Segmented
        label="字的大小"
        options={fontChoices.map((choice) => ({ value: String(choice.factor), word: choice.word }))}
        value={String(factor)}
        onPick={(value) => chooseFont(Number(value))}
      />
      <Card kind="meal">
        <View>比如：明天 11:30 到驿站吃午餐，您付 13 元。</View>
        <Soft>看得清楚就选好了。</Soft>
      </Card>
    </>
  )
}
