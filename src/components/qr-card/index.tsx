import { Image, Text, View } from '@tarojs/components'
import { aria } from '../aria'
import './index.scss'
import { cardText, inFours, qrPicture } from './qr'

export interface ElderCardProps {
  name: string
  /** Eight digits. */
  code: string
  stationName: string
  stationPhone: string | null
}

/**
 * The card of an elder without a phone, as it is printed: large enough to be read without glasses. `saveCard` beside it
 * keeps it as a picture. Only for pages in sub-packages: the drawing of QR codes must not weigh on the main package.
 */
export function ElderCard({ name, code, stationName, stationPhone }: ElderCardProps) {
  return (
    <View className="elder-card" {...aria({ role: 'group', label: `${name}的服务卡` })}>
      <View className="elder-card-name">{name}</View>
      <View
        className="elder-card-code"
        {...aria({ role: 'img', label: `卡号 ${code.split('').join(' ')}，二维码里也是它` })}
      >
        <Image className="elder-card-qr" src={qrPicture(cardText(code))} {...silent} />
        <View className="elder-card-digits" {...silent}>
          {inFours(code)}
        </View>
      </View>
      <View>
        <Text className="elder-card-whole">出示这张卡，</Text>
        <Text className="elder-card-whole">工作人员就能帮您办事</Text>
      </View>
      <View className="elder-card-station">
        <View className="elder-card-place">{stationName}</View>
        {stationPhone && (
          <View className="elder-card-phone">
            <Text className="elder-card-whole">电话 </Text>
            <Text className="elder-card-whole">{stationPhone}</Text>
          </View>
        )}
      </View>
    </View>
  )
}

/** The name of what is around says it. */
const silent = aria({ hidden: true })
