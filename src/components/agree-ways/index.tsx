import { View } from '@tarojs/components'
import type { RegisteredKin } from '@/services/registered-kin'
import { Card } from '../card'
import { ShareButton } from '../share-button'
import { Lead } from '../text'
import './index.scss'

/** How somebody says yes whom a relative has registered. */
export function RegisteredWays({ stationName }: Pick<RegisteredKin, 'stationName'>) {
  return (
    <Card>
      <View className="agree-ways">
        <Lead>三个办法，选一个就行</Lead>
        <View>请老人自己给驿站打个电话，在电话里说同意。</View>
        <View>老人带身份证到{stationName}，说一声同意。</View>
        <View>老人自己用微信的，到驿站要一个邀请码，在自己手机的银龄驿里填上，自己点同意。</View>
      </View>
    </Card>
  )
}

interface Props extends Pick<RegisteredKin, 'name' | 'stationId' | 'stationName'> {
  /** Where it is known: it goes out with the words. */
  phone: string | null
  /** Of what it speaks, for readers, where another button of the page is called the same. */
  about?: string
}

/** The same ways, and a card for her that opens her station. The page calls `useShareCards`. */
export function AgreeWays({ name, stationId, stationName, phone, about }: Props) {
  const asks = `请给${stationName}打个电话${phone ? `（${phone}）` : ''}，说一声同意，我就能帮着订餐、请人上门。`
  return (
    <>
      <RegisteredWays stationName={stationName} />
      <ShareButton
        kind="second"
        to="老人"
        about={about}
        card={{
          title: `${name}，请给驿站打个电话，说一声同意`,
          page: 'pages/station',
          params: { stationId },
        }}
        text={`我替${name}登记了。${asks}`}
      />
    </>
  )
}
