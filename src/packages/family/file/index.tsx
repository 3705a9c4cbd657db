import { useRouter } from '@tarojs/taro'
import { OfElder } from '../of-elder'
import { FileOf } from './file-of'

/** What is known of an elder, and changing what anybody may say of her. */
export default function File() {
  const { elderId } = useRouter<{ elderId?: string }>().params
  return (
    <OfElder title="我的资料" elderId={elderId}>
      {(elder) => <FileOf key={elder.id} elder={elder} />}
    </OfElder>
  )
}
