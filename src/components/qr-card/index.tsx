import { Image, View } from '@tarojs/components'
import { aria } from '../aria'
import './index.scss'
import { cardText, inFours, qrSvg } from './qr'

export interface ElderCardProps {
  name: string
  /** Eight digits. */
  code: string
  stationName: string
  stationPhone: string | null
}

/** The card of an elder without a phone, as it is printed: large enough to be read without glasses. */
export function ElderCard({ name, code, stationName, stationPhone }: ElderCardProps) {
  const picture = `data:image/svg+xml,${encodeURIComponent(qrSvg(cardText(code)))}`
  return (
    <View className="elder-card">
      <View className="elder-card-name">{name}</View>
      <View
        className="elder-card-code"
        {...aria({ role: 'img', label: `服务卡的二维码，号码 ${inFours(code)}` })}
      >
        <Image className="elder-card-qr" src={picture} mode="aspectFit" />
      </View>
      <View className="elder-card-digits">{inFours(code)}</View>
      <View>出示这张卡，工作人员就能帮您办事。</View>
      <View className="elder-card-station">
        <View>{stationName}</View>
        {stationPhone && <View>{`电话 ${stationPhone}`}</View>}
      </View>
    </View>
  )
}
