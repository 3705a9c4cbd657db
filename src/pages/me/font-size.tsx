import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Segmented } from '@/components/segmented'
import { Soft } from '@/components/text'
import { holdPlace } from '@/platform/hold-place'
import { chooseFont, fontChoices, useFontChoice } from '@/services/font'

const placeId = 'font-size'

/** The whole page is the sample; one sentence shows what reading will be like. The choice stays under the finger. */
export function FontSize() {
  const factor = useFontChoice()
  return (
    <>
      <View id={placeId}>
        <Segmented
          label="字的大小"
          options={fontChoices.map((choice) => ({ value: String(choice.factor), word: choice.word }))}
          value={String(factor)}
          onPick={(value) => holdPlace(placeId, () => chooseFont(Number(value)))}
        />
      </View>
      <Card kind="meal">
        <View>比如：明天 11:30 到驿站吃午餐，您付 13 元。</View>
        <Soft>看得清楚就选好了。</Soft>
      </Card>
    </>
  )
}
