import { View } from '@tarojs/components'
import type { Home, Me } from '#types/people'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Lead, Soft } from '@/components/text'
import { open } from '@/platform/navigation'
import { appliedWord } from '@/services/application-words'
import { whoseRecord } from '@/services/person'
import { callWordAmong } from '@/services/words'

/** Applications that came back to whoever sent them: nothing goes on until they have added what is missing. */
export function Returned({ returned, elders }: { returned: Home['returned'] } & Pick<Me, 'elders'>) {
  return returned.map((one) => {
    const elder = whoseRecord(elders, one.elderId)
    const who = !elder || elder.relation === 'self' ? '' : `${callWordAmong(elder, elders)}的`
    return (
      <Card
        key={one.id}
        kind="warn"
        onTap={() => open('packages/benefits/application', { applicationId: one.id })}
      >
        <View className="home-visit">
          <View className="home-visit-words">
            <Lead>{`${who}“${appliedWord(one)}”申请退回来了`}</Lead>
            <Soft>点开看还差什么，补上再发一次</Soft>
          </View>
          <Icon name="chevron-right" size={30} />
        </View>
      </Card>
    )
  })
}
