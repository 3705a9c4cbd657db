import { View } from '@tarojs/components'
import { ring } from '@/platform/ring'
import { mayAct } from '@/services/taps'
import { Card } from '../card'
import { Icon } from '../icon'
import { Lead } from '../text'
import './index.scss'

interface Props {
  title?: string
}

/** Where a life may be in danger: volunteers are not an ambulance. Dials at one tap, which no second tap on what lay here before is. */
export function Rescue({ title = '要救命，先打 120' }: Props) {
  return (
    <Card kind="alarm" onTap={() => mayAct() && ring('120')}>
      <View className="rescue">
        <Icon name="phone-call" size={34} />
        <View className="rescue-words">
          <Lead>{title}</Lead>
          <View>点这里直接拨打</View>
        </View>
      </View>
    </Card>
  )
}
