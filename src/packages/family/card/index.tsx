import { useRouter } from '@tarojs/taro'
import { OfElder } from '../of-elder'
import { CardOf } from './card-of'

/** The card by which a station finds an elder. */
export default function CardPage() {
  const { elderId } = useRouter<{ elderId?: string }>().params
  return (
    <OfElder title="服务卡" elderId={elderId}>
      {(elder) => <CardOf key={elder.id} elder={elder} />}
    </OfElder>
  )
}
